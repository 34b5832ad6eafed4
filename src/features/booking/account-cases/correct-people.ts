import { sql } from 'kysely';
import { likenessKey, type PersonDetails, personKey } from '#features/identity/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import { recordEvent } from '../record-event.ts';
import '../tables.ts';
import { isSamePerson } from './same-person.rules.ts';

interface OwnPerson {
  readonly bookingId: string;
  readonly position: number;
  readonly code: string;
  readonly slotIds: readonly string[];
}

interface WhoseBookings {
  readonly accountId: number;
  /** who the account's owner was when they booked */
  readonly before: PersonDetails;
}

/** Where an account's own person sits in its live bookings. */
export async function ownPersonIn(
  db: Db | Tx,
  secrets: Secrets,
  { accountId, before }: WhoseBookings,
): Promise<OwnPerson[]> {
  const keys = [personKey(secrets, before), personKey(secrets, { ...before, codiceFiscale: null })];
  const { rows } = await sql<OwnPerson>`
    SELECT b.id AS "bookingId", p.position, b.code, b.slot_ids AS "slotIds"
    FROM booking b JOIN booking_person p ON p.booking_id = b.id
    WHERE b.account_id = ${accountId} AND b.live AND (p.person_key = ANY (${keys}::bytea[]) OR (
      lower(p.given_name) = lower(${before.givenName}) AND lower(p.family_name) = lower(${before.familyName})
      AND coalesce(p.birth_date = ${before.birthDate}::date, true)))
    ORDER BY b.id`.execute(db);
  return rows;
}

/**
 * Puts right who the account's own person is in its live bookings, and the keys that keep anybody from booking a service
 * twice. Refused when somebody with the new details has a live booking of the same service already, and when the new
 * details are another person's: bookings are nominal.
 */
export async function correctPeople(
  tx: Tx,
  secrets: Secrets,
  request: WhoseBookings & { after: PersonDetails; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<{ corrected: number }, 'bookings-collide' | 'another-person'>> {
  const { before, after, operatorId, now } = request;
  if (!isSamePerson(before, after)) return { ok: false, reason: 'another-person' };
  const seen = await ownPersonIn(tx, secrets, request);
  const slots = seen.flatMap(({ slotIds }) => slotIds);
  // As every writer: slots first, in id order, then bookings.
  await sql`SELECT id FROM slot WHERE id = ANY (${slots}::bigint[]) ORDER BY id FOR NO KEY UPDATE`.execute(tx);
  const ids = seen.map(({ bookingId }) => bookingId);
  await sql`SELECT id FROM booking WHERE id = ANY (${ids}::bigint[]) ORDER BY id FOR UPDATE`.execute(tx);
  const own = await ownPersonIn(tx, secrets, request);
  try {
    for (const { bookingId, position } of own) {
      await writePerson(tx, secrets, { bookingId, position, after });
      const actor = { kind: 'office', accountId: operatorId } as const;
      await recordEvent(tx, { bookingId, at: now, kind: 'person-corrected', actor });
    }
  } catch (error) {
    if (brokenConstraint(error) === 'booking_person_one_live') return { ok: false, reason: 'bookings-collide' };
    throw error;
  }
  return { ok: true, corrected: own.length };
}

async function writePerson(
  tx: Tx,
  secrets: Secrets,
  { bookingId, position, after }: { bookingId: string; position: number; after: PersonDetails },
): Promise<void> {
  const { codiceFiscale } = after;
  // The only writer whom the trigger `booking_is_nominal` lets pass, for this booking and until this transaction ends.
  await sql`SELECT set_config('turno.correcting', ${bookingId}, true)`.execute(tx);
  await tx
    .updateTable('booking_person')
    .set({
      given_name: after.givenName,
      family_name: after.familyName,
      birth_date: after.birthDate,
      birth_place: after.birthPlace,
      codice_fiscale_cipher: codiceFiscale === null ? null : secrets.encrypt(codiceFiscale),
      codice_fiscale_key: codiceFiscale === null ? null : secrets.hash('codice-fiscale', codiceFiscale),
      person_key: personKey(secrets, after),
      likeness_key: likenessKey(secrets, after),
    })
    .where('booking_id', '=', bookingId)
    .where('position', '=', position)
    .execute();
}
