import { shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { NextOpening } from '#ui/calendar/next-opening.tsx';
import { CardLink, Cards } from '#ui/card.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import type { Standing } from '../../turns/rooms.ts';
import { drawPath, joinPath, servicePath } from '../paths.ts';
import type { WaysOn } from '../place-waited-for.ts';
import { TicketFrame, type TicketPageProps } from './frame.view.tsx';
import { endedTexts } from './ended.text.ts';
import { wasDrawn } from './waiting.view.tsx';

export type Outcome = Exclude<Standing['outcome'], null>;

/** There is nothing more to wait for: what became of the ticket, and what else can be done. */
export function EndedView(props: TicketPageProps & { readonly outcome: Outcome; readonly ways: WaysOn }) {
  if (props.outcome === 'sold-out') return <SoldOutView {...props} />;
  const { context, outcome, room, at, words } = props;
  const t = endedTexts.for(context.language);
  const place = { officeCode: at.office.code, serviceCode: at.offering.serviceCode };
  const isOver = room.state === 'ended';
  const isOpen = isOver && room.outcome === 'emptied';
  const again = isOpen ? (
    <ButtonLink href={servicePath(place)}>{t('toService')}</ButtonLink>
  ) : isOver ? (
    <ButtonLink href={servicePath(place)} kind="secondary">
      {t('toService')}
    </ButtonLink>
  ) : (
    <ButtonLink href={joinPath(place) + words.chosen}>{t('again')}</ButtonLink>
  );
  const said = {
    booked: [t('booked'), [t('bookedText')], <ButtonLink href={sitePaths.bookings}>{t('bookedSee')}</ButtonLink>],
    lapsed: [t('lapsed'), [isOpen ? t('lapsedOpen') : isOver ? t('lapsedOver') : t('lapsedText')], again],
    left: [t('left'), [isOver ? t('leftOver') : t('leftText')], again],
    displaced: [
      t('displaced'),
      [t('displacedText'), t('displacedYou')],
      <>
        <ButtonLink href={sitePaths.bookings}>{t('bookings')}</ButtonLink>
        <ButtonLink href={sitePaths.askForHelp} kind="secondary">
          {t('askHelp')}
        </ButtonLink>
      </>,
    ],
    'not-drawn': [t('notDrawn'), [t('notDrawnText')], <ButtonLink href={drawPath(room)}>{t('checkDraw')}</ButtonLink>],
    cancelled: [
      t('cancelled'),
      [t('cancelledText')],
      <ButtonLink href={servicePath(place)}>{t('toService')}</ButtonLink>,
    ],
  } as const;
  const [title, [lead, more], actions] = said[outcome];
  return (
    <TicketFrame {...props} title={title} stage={outcome} lead={lead} refreshes={false}>
      {more && <p>{more}</p>}
      <div class="t-actions">{actions}</div>
    </TicketFrame>
  );
}

function SoldOutView(props: TicketPageProps & { readonly ways: WaysOn }) {
  const { context, room, at, words, ways, now } = props;
  const { language } = context;
  const { office, offering } = at;
  const t = endedTexts.for(language);
  const { nextRelease: instant, nextReleaseBy: by, elsewhere } = ways;
  const city = localText(office.city, language);
  const zone = office.timeZone;
  return (
    <TicketFrame {...props} title={t('soldOut')} stage="sold-out" lead={t('soldOutText')} refreshes={false}>
      <p>
        {t('soldOutPlace', { place: words.place })} {wasDrawn(room) && <a href={drawPath(room)}>{t('checkDraw')}</a>}
      </p>
      <h2 class="h3">{t('soldOutWays')}</h2>
      <p>{instant ? <NextOpening {...{ language, instant, by, zone, city, now }} /> : t('noNext')}</p>
      {offering.waitingList && <p>{t('waitingListText')}</p>}
      <div class="t-actions">
        {offering.waitingList && (
          <ButtonLink href={`/offices/${office.code}/${offering.serviceCode}/waiting-list`} icon="clock">
            {t('waitingList')}
          </ButtonLink>
        )}
        <ButtonLink href={sitePaths.offices} kind="secondary">
          {t('offices')}
        </ButtonLink>
      </div>
      {elsewhere.length > 0 && (
        <section>
          <h2 class="h3">{t('otherOffices')}</h2>
          <Cards>
            {elsewhere.map((other) => (
              <CardLink
                key={other.office.code}
                href={servicePath({ officeCode: other.office.code, serviceCode: offering.serviceCode })}
                title={localText(other.office.name, language)}
                answer={t('firstDate', { date: shortDate(other.date, language) })}
                tone="good"
              />
            ))}
          </Cards>
        </section>
      )}
    </TicketFrame>
  );
}
