import { localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { kitTexts } from '#ui/kit.text.ts';
import { clockTime } from '#platform/dates.ts';
import { ticketPath } from '../paths.ts';
import { cityOf } from '../when.view.tsx';
import { NextSteps, TicketFrame, type TicketPageProps } from './frame.view.tsx';
import { ticketTexts } from './ticket.text.ts';

/** The turn has come: until when, and the way to the free times. */
export function TurnView(props: TicketPageProps & { readonly until: Temporal.Instant }) {
  const { context, words } = props;
  const { language } = context;
  const t = ticketTexts.for(language);
  return (
    <TicketFrame {...props} title={t('turn')} stage="admitted" lead={t('turnLead')}>
      <div class="t-queue-board t-queue-turn">
        <p class="t-queue-big">
          <span class="t-queue-label">{t('turnUntil')}</span> <Until {...props} />
        </p>
        <ButtonLink href={`${ticketPath(words.ticket)}/choose${words.chosen}`} icon="calendar">
          {t('turnChoose')}
        </ButtonLink>
      </div>
      <NextSteps title={t('next')} lines={[t('turnFirst'), t('turnPeople'), t('turnAfter')]} />
      <p>
        <a href={`${ticketPath(words.ticket)}/leave`}>{t('leave')}</a>
      </p>
    </TicketFrame>
  );
}

/** "alle 14:32 di Londra", with scripts the minutes left; said aloud once, near the end. */
function Until({ context, at, now, until }: TicketPageProps & { readonly until: Temporal.Instant }) {
  const { language } = context;
  const { office } = at;
  const [t, kit] = [ticketTexts.for(language), kitTexts.for(language)];
  const [time, city] = [clockTime(until, office.timeZone), cityOf(office, language)];
  return (
    <span
      data-until={until.toString()}
      data-now={now.toString()}
      data-left={t('minutesLeft')}
      data-last={t('lessThanMinute')}
      data-warning={t('twoMinutes')}
      data-final={t('lastMinute')}
      data-over={t('turnOver')}
    >
      <strong class="t-queue-moment" data-countdown-until>
        <time
          class="t-office-time"
          datetime={until.toString()}
          data-office={until.toZonedDateTimeISO(office.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })}
          data-elsewhere={kit('elsewhere')}
        >
          {city === undefined ? kit('at', { time }) : kit('atIn', { time, city: localText(office.city, language) })}
        </time>
      </strong>{' '}
      <span class="t-queue-label" aria-hidden="true" data-countdown-left />
      <span class="visually-hidden" role="status" data-countdown-status />
    </span>
  );
}
