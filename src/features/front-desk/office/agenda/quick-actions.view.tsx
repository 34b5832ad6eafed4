import type { Booking } from '#features/booking/index.ts';
import { clockTime } from '#platform/dates.ts';
import { Button } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { bookingPath, type AtOffice } from '../../at-office.ts';
import { type DeskAction, possibleActions, taskOf } from '../../rules.ts';
import { type AgendaLook, agendaPath, entryId } from './agenda-path.ts';
import { deskTexts } from '../desk.text.ts';
import { nameOf } from '../desk.view.tsx';

/** What is done from the agenda; everything else is on the booking's page. */
const quick: readonly DeskAction[] = ['check-in', 'call', 'serve', 'no-show', 'undo'];

/** Buttons that come back to this very line of the agenda: only what the viewer may do and what is possible now. */
export function QuickActions(props: {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  day: { date: Temporal.PlainDate };
  view: AgendaLook;
  now: Temporal.Instant;
}) {
  const { context, at, booking, day, view, now } = props;
  const { language } = context;
  const t = deskTexts.for(language);
  const actions = possibleActions(booking, now).filter((action) => quick.includes(action) && at.may(taskOf[action]));
  if (actions.length === 0) return null;
  const path = bookingPath(at.office, booking.code);
  const back = `${agendaPath(at.office, day.date, view)}#${entryId(booking.code)}`;
  const spoken = { name: nameOf(booking), time: clockTime(booking.startsAt, at.office.timeZone) };
  return (
    <ActionForm action={`${path}/${actions[0]}`} csrf={context.csrf} language={language} hidden={{ back }}>
      <div class="d-flex flex-wrap flex-md-nowrap gap-1">
        {actions.map((action, index) => (
          <Button
            key={action}
            small
            kind={index === 0 && action !== 'undo' ? 'secondary' : 'plain'}
            formaction={`${path}/${action}`}
            label={t('actionFor', { action: t(action), ...spoken })}
          >
            {t(action)}
          </Button>
        ))}
      </div>
    </ActionForm>
  );
}
