import { Actions, ButtonLink } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { linkTexts } from './link.text.ts';
import type { LinkViewProps } from './link-props.ts';

/** What can be done with the booking, and what can be kept of it. */
export function LinkActions({ context, path, facts, now, cancelRefusal }: LinkViewProps) {
  const { language } = context;
  const t = linkTexts.for(language);
  const mayCancel = cancelRefusal === undefined;
  const isAhead = facts.live && Temporal.Instant.compare(now, facts.startsAt) < 0;
  return (
    <>
      <Actions>
        {mayCancel && (
          <ButtonLink href={`${path}/move`} kind="secondary" icon="clock">
            {t('move')}
          </ButtonLink>
        )}
        {mayCancel && (
          <ButtonLink href={`${path}/cancel`} kind="danger">
            {t('cancel')}
          </ButtonLink>
        )}
        {!facts.live && (
          <ButtonLink href={`/offices/${facts.office.code}/${facts.service.code}`}>{t('bookAgain')}</ButtonLink>
        )}
      </Actions>
      {facts.status !== 'cancelled' && (
        <ul class="t-ticket-keep">
          {isAhead && (
            <li>
              <a href={`${path}/event.ics`} download>
                <Icon name="calendar" />
                {t('addToCalendar')}
              </a>
            </li>
          )}
          <li>
            <a href={`${path}/receipt.pdf`}>
              <Icon name="file" />
              {t('receipt')}
            </a>
          </li>
        </ul>
      )}
    </>
  );
}
