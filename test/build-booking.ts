import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Channel, firstStatus, makeCode } from '#features/booking/index.ts';
import type { Db } from '#platform/database.ts';
import { buildOffice, type BuiltOffice } from './build-office.ts';

export interface BuiltBooking {
  readonly id: string;
  readonly code: string;
  readonly startsAt: Temporal.Instant;
  readonly slotId: string;
  readonly office: BuiltOffice;
}

let made = 0;

/**
 * A booking with its seat taken, written straight into the tables, with the status and the window that the rules give it
 * at `bookedAt`. The appointment is at a local time of the office, and lasts twenty minutes.
 */
export async function buildBooking(
  db: Db,
  wish: {
    /** local date and hour, as `2027-04-10T10:00` */
    at: string;
    zone?: string;
    bookedAt?: string;
    accountId?: number;
    email?: string | null;
    language?: 'it' | 'en' | 'de';
    confirmBy?: 'citizen' | 'office' | 'nobody';
    channel?: Channel;
    name?: string;
  },
): Promise<BuiltBooking> {
  made += 1;
  const zone = wish.zone ?? 'Europe/London';
  const startsAt = Temporal.PlainDateTime.from(wish.at).toZonedDateTime(zone).toInstant();
  const endsAt = startsAt.add({ minutes: 20 });
  const now = Temporal.Instant.from(wish.bookedAt ?? '2026-11-20T09:00:00Z');
  const channel = wish.channel ?? 'web';
  const office = await buildOffice(db, { zone, from: startsAt.toString() });
  const rule = { confirmBy: wish.confirmBy ?? 'citizen', opensDays: 10, closesDays: 3, exemptChannels: ['desk'] };
  const first = firstStatus(rule, { startsAt, zone, channel, now });
  const slotId = office.slots[0] ?? '';
  const code = makeCode(randomBytes(16));
  const { rows } = await sql<{ id: string }>`
    INSERT INTO booking (code, account_id, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at,
      ends_at, party, channel, status, contact_email, language, confirm_by, confirm_opens_at, confirm_closes_at,
      cancel_closes_at, created_at)
    VALUES (${code}, ${wish.accountId ?? null}, ${office.officeId}, ${office.offeringId}, 'passport', ${office.plannerId},
      ${[slotId]}, ${slotId}, ${startsAt}, ${endsAt}, 1, ${channel}, ${first.status},
      ${wish.email === undefined ? `person-${made}@test.example` : wish.email}, ${wish.language ?? 'it'}, ${first.confirmBy},
      ${first.window?.opensAt ?? null}, ${first.window?.closesAt ?? null}, ${startsAt}, ${now})
    RETURNING id`.execute(db);
  const id = rows[0]?.id ?? '';
  const [givenName = '', familyName = ''] = (wish.name ?? 'Ada Prova').split(' ');
  await sql`
    INSERT INTO booking_person (booking_id, position, given_name, family_name, relationship, person_key, service_code)
    VALUES (${id}, 0, ${givenName}, ${familyName}, 'self', ${Buffer.from(`person ${made}`)}, 'passport')`.execute(db);
  await sql`UPDATE slot SET taken = taken + 1 WHERE id = ${slotId}`.execute(db);
  return { id, code, startsAt, slotId, office };
}
