import { sql } from 'kysely';
import { type Fees, findServiceAtOffice, type Office, type Service } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Booking } from '../booking.query.ts';
import type { Delivery } from '../delivery/delivery.rules.ts';
import { peopleOfBookings } from '../people-of-booking.query.ts';
import { type Papers, papersOf, type Visit } from './what-to-bring.ts';

/** A booking that is known, as far as its papers depend on it. */
export function visitOf(booking: Booking, service: Visit['service']): Visit {
  const { officeKind: kind, reason, people, fees, delivery, startsAt, timeZone } = booking;
  return { kind, service, reason, people, fees, day: dayIn(startsAt, timeZone), delegate: hasDelegate(delivery) };
}

/** What to bring to a booking, what to know and what it costs, in one language. */
export async function papersOfBooking(db: Db | Tx, booking: Booking, language: Language): Promise<Papers> {
  const service = await findServiceAtOffice(db, booking.officeId, booking.serviceCode);
  return service === undefined ? { documents: [], toKnow: [], fee: [] } : papersOf(visitOf(booking, service), language);
}

/** The same visit for what is written about a booking by its id: of what is encrypted only this is read. */
export async function visitOfBooking(
  db: Db | Tx,
  secrets: Secrets,
  { id, office, service }: { id: string; office: Pick<Office, 'kind' | 'timeZone'>; service: Service },
): Promise<Visit> {
  const [people, { rows }] = await Promise.all([
    peopleOfBookings(db, secrets, [id]),
    sql<{ reason: string | null; fees: Fees | null; startsAt: Temporal.Instant; deliveryCipher: Buffer | null }>`
      SELECT reason, fees, starts_at AS "startsAt", delivery_cipher AS "deliveryCipher"
      FROM booking WHERE id = ${id}`.execute(db),
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error(`no booking ${id}`);
  const { reason, fees, startsAt, deliveryCipher } = row;
  // Written by us, as a Delivery.
  const delivery = deliveryCipher && (JSON.parse(secrets.decrypt(deliveryCipher)) as Delivery);
  const day = dayIn(startsAt, office.timeZone);
  return {
    kind: office.kind,
    service,
    reason,
    fees,
    day,
    people: people.get(id) ?? [],
    delegate: hasDelegate(delivery),
  };
}

/** undefined while nobody has said how the document is delivered. */
function hasDelegate(delivery: Delivery | null): boolean | undefined {
  return delivery === null ? undefined : delivery.delegate !== undefined;
}
