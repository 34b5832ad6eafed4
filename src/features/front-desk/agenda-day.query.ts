import { agendaOfDay, type Booking, marksOf, nextAppointment } from '#features/booking/index.ts';
import type { Office } from '#features/offices/index.ts';
import { dayIn, startOfDay } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';

export interface AgendaAppointment extends Booking {
  readonly arrivedAt: Temporal.Instant | null;
  readonly calledAt: Temporal.Instant | null;
}

export interface AgendaDay {
  readonly date: Temporal.PlainDate;
  readonly appointments: readonly AgendaAppointment[];
  readonly cancelled: readonly Booking[];
  /** The next day with appointments, looked up when this one has none. */
  readonly nextBusyDay: Temporal.PlainDate | undefined;
}

/** A day of an office by its own calendar, with what happened at the desk so far. */
export async function agendaDay(
  deps: Deps,
  request: { office: Pick<Office, 'id' | 'timeZone'>; date: Temporal.PlainDate },
): Promise<AgendaDay> {
  const { office, date } = request;
  const from = startOfDay(date, office.timeZone);
  const to = startOfDay(date.add({ days: 1 }), office.timeZone);
  const bookings = await agendaOfDay(deps.db, deps.secrets, { officeId: office.id, from, to });
  const kept = bookings.filter((booking) => booking.status !== 'cancelled');
  const marks = await marksOf(
    deps.db,
    kept.map((booking) => booking.id),
  );
  const next = kept.length > 0 ? undefined : await nextAppointment(deps.db, { officeId: office.id, from: to });
  return {
    date,
    appointments: kept.map((booking) => ({
      ...booking,
      arrivedAt: marks.get(booking.id)?.arrivedAt ?? null,
      calledAt: marks.get(booking.id)?.calledAt ?? null,
    })),
    cancelled: bookings.filter((booking) => booking.status === 'cancelled'),
    nextBusyDay: next && dayIn(next, office.timeZone),
  };
}
