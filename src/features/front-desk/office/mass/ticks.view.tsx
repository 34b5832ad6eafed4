import type { Booking } from '#features/booking/index.ts';
import { clockTime } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Actions, Button } from '#ui/button.tsx';
import type { AtOffice } from '../../at-office.ts';
import { possibleActions } from '../../rules.ts';
import { nameOf } from '../desk.view.tsx';
import { massPaths } from './mass-paths.ts';
import { massTexts } from './mass.text.ts';
import { massMoveTexts } from './move.text.ts';
import { ticksTexts } from './ticks.text.ts';

/** Boxes stand in rows that have forms of their own: they belong to this one by its id. */
const formId = 'ticked';

export function mayTick(at: AtOffice): boolean {
  return at.may('cancel') || at.may('write-to-many');
}

/** What can still be cancelled, moved or written about. */
export function isTickable(booking: Booking, now: Temporal.Instant): boolean {
  return booking.status !== 'checked-in' && possibleActions(booking, now).includes('cancel');
}

/** The box of one booking, before what names its row. */
export function TickBox({ booking, language }: { booking: Booking; language: Language }) {
  const name = nameOf(booking);
  const label = ticksTexts.for(language)('tick', { name, time: clockTime(booking.startsAt, booking.timeZone) });
  return <input type="checkbox" form={formId} name="code" value={booking.code} aria-label={label} />;
}

/** What is done to the ticked ones: each button leads to a page that asks before it does anything. */
export function WithTicked(props: {
  language: Language;
  at: AtOffice;
  /** the days on which there are boxes */
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}) {
  const { language, at, from, to } = props;
  const t = massTexts.for(language);
  const { office } = at;
  const fields = { from: from.toString(), to: to.toString(), who: 'ticked' };
  const usual = at.may('write-to-many') ? massPaths.page(office, 'message') : massPaths.page(office, 'cancel');
  return (
    <form id={formId} action={usual} class="t-no-print" aria-labelledby="ticked-title">
      <h2 id="ticked-title" class="h4">
        {ticksTexts.for(language)('title')}
      </h2>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Actions>
        {at.may('write-to-many') && (
          <>
            <Button kind="secondary" icon="mail" formaction={massPaths.page(office, 'message')}>
              {t('writeThem')}
            </Button>
            <Button kind="secondary" icon="calendar" formaction={massPaths.move(office)}>
              {massMoveTexts.for(language)('offerThem')}
            </Button>
          </>
        )}
        {at.may('cancel') && (
          <Button kind="danger" icon="ban" formaction={massPaths.page(office, 'cancel')}>
            {t('cancelThem')}
          </Button>
        )}
      </Actions>
    </form>
  );
}
