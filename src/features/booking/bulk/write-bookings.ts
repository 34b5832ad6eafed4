import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import { insertRecords, type TableRecord } from '#platform/records.ts';
import { tableColumns } from '#platform/table-columns.ts';
import { type Plans, type Promised, promisedSlots } from '#features/planner/index.ts';
import { takePromisedSeats } from '../seats/promised-seats.ts';
import type { BookingStatus } from '../status.rules.ts';

/** An appointment of another system, ready to be written: rows of our tables by their columns' names. */
export interface MovedBooking {
  readonly officeId: number;
  readonly serviceCode: string;
  readonly promise: Promised;
  readonly status: BookingStatus;
  readonly live: boolean;
  readonly party: number;
  /** the columns of `booking` but its seats */
  readonly record: TableRecord;
  readonly people: readonly TableRecord[];
  readonly events: readonly TableRecord[];
  readonly origin: {
    readonly source: string | null;
    readonly externalCode: string | null;
    readonly codeKey: string | null;
    readonly wrongCodes: readonly number[];
    /** as another export of ours says it */
    readonly seat: 'beyond' | 'outside' | null;
  };
  /** its people are told */
  readonly tell: boolean;
}

export interface WrittenBooking {
  readonly bookingId: string;
  readonly seat: 'beyond' | 'outside' | null;
}

/**
 * Writes appointments of another system with their seats, people and history, in few statements whatever their number.
 *
 * @throws what PostgreSQL says when one of them breaks a rule of the tables
 */
export async function writeBookings(
  tx: Tx,
  request: { bookings: readonly MovedBooking[]; plans: Plans; accountId: number; now: Temporal.Instant },
): Promise<WrittenBooking[]> {
  const { bookings, plans, accountId, now } = request;
  const places = await promisedSlots(
    tx,
    bookings.map(({ promise }) => promise),
    plans,
  );
  const beyond = await takePromisedSeats(
    tx,
    bookings.flatMap(({ status, party }, ord) =>
      status === 'cancelled'
        ? []
        : (places[ord]?.slotIds ?? []).map((slotId, at) => ({ ord, slotId, party, room: places[ord]?.rooms[at] ?? 0 })),
    ),
  );
  const made = await insertRecords<{ id: string }>(tx, {
    table: 'booking',
    columns: await tableColumns(tx, 'booking'),
    records: bookings.map(({ record }, index) => {
      const slotIds = places[index]?.slotIds ?? [];
      return { ...record, slot_ids: slotIds, slot_id: slotIds[0] };
    }),
    returning: sql`id`,
  });
  const written = bookings.map(({ origin, promise }, index): WrittenBooking => {
    const found = !promise.isComing ? null : places[index]?.outside ? 'outside' : beyond.has(index) ? 'beyond' : null;
    return { bookingId: made[index]?.id ?? '', seat: origin.seat ?? found };
  });
  const idOf = (index: number) => written[index]?.bookingId;
  const people: TableRecord[] = bookings.flatMap((booking, index) =>
    booking.people.map((person) => ({ ...person, booking_id: idOf(index) })),
  );
  await insertRecords(tx, {
    table: 'booking_person',
    // Keys of people in order: two imports that meet wait for one another, and neither for both.
    records: people.sort((a, b) => (String(a['person_key']) < String(b['person_key']) ? -1 : 1)),
    columns: await tableColumns(tx, 'booking_person'),
    returning: sql`booking_id`,
  });
  await writeOrigins(tx, { bookings, written, now });
  const arrival = { at: now.toString(), kind: 'imported', actor: 'office', account_id: accountId };
  const events = bookings.flatMap(({ events: before, origin }, index) => {
    const { source, externalCode, wrongCodes } = origin;
    const detail = { source, externalCode, seat: written[index]?.seat, wrongCodes: wrongCodes.length };
    return [...before, { ...arrival, detail }].map((event) => ({ ...event, booking_id: idOf(index) }));
  });
  await insertRecords(tx, {
    table: 'booking_event',
    columns: await tableColumns(tx, 'booking_event'),
    records: events,
    returning: sql`id`,
  });
  for (const [index, { tell }] of bookings.entries()) {
    if (tell) await enqueue(tx, { task: 'notify', payload: { kind: 'booked', bookingId: idOf(index) }, at: now });
  }
  // Where a planner has quotas, these seats count in them too.
  await sql`
    SELECT count_in_quotas(${now}, p.id) FROM planner p
    WHERE p.id = ANY (${[...new Set(bookings.map(({ promise }) => promise.plannerId))]}::int[]) AND p.quotas IS NOT NULL`.execute(
    tx,
  );
  return written;
}

async function writeOrigins(
  tx: Tx,
  request: { bookings: readonly MovedBooking[]; written: readonly WrittenBooking[]; now: Temporal.Instant },
): Promise<void> {
  const { bookings, written, now } = request;
  await insertRecords(tx, {
    table: 'imported_booking',
    columns: await tableColumns(tx, 'imported_booking'),
    records: bookings.map(({ officeId, origin }, index) => ({
      booking_id: written[index]?.bookingId,
      office_id: officeId,
      source: origin.source,
      external_code: origin.externalCode,
      code_key: origin.codeKey,
      seat: written[index]?.seat ?? null,
      wrong_codes: origin.wrongCodes,
      imported_at: now.toString(),
    })),
    returning: sql`booking_id`,
  });
}
