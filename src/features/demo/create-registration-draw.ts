import { sql } from 'kysely';
import { findRegistrationDraw, register, type Wishes } from '#features/booking/index.ts';
import { accountProfile } from '#features/identity/index.ts';
import { findOfferingById } from '#features/offices/index.ts';
import { onTheSite, planRelease } from '#features/planner/index.ts';
import { createRooms, releaseOrders } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { dayIn } from '#platform/dates.ts';
import { transact } from '#platform/transaction.ts';

/** Where seats beyond those that open every day are given by a registration draw. */
const where = { office: 'cons-sao-paulo', service: 'passport' };

const anyTime: Wishes = {
  party: 1,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromDay: null,
  toDay: null,
  fromTime: null,
  toTime: null,
};

const registered: readonly { mailbox: string; wishes: Wishes }[] = [
  { mailbox: 'anna.bernardi', wishes: { ...anyTime, weekdays: [1, 3] } },
  { mailbox: 'diego.moretti', wishes: { ...anyTime, toTime: Temporal.PlainTime.from('11:00') } },
];

/** A registration draw that is open for ten days: a hundred and sixty seats, with a public value mixed in; two people are registered. */
export async function createRegistrationDraw(deps: Deps): Promise<void> {
  const { db, secrets, clock } = deps;
  const now = clock.now();
  const { rows } = await sql<{ officeId: number; plannerId: number; offeringId: number; zone: string; days: number }>`
    SELECT f.id AS "officeId", p.id AS "plannerId", o.id AS "offeringId", f.time_zone AS zone, p.horizon_days AS days
    FROM office f JOIN offering o ON o.office_id = f.id AND o.service_code = ${where.service}
    JOIN planner_offering po ON po.offering_id = o.id JOIN planner p ON p.id = po.planner_id AND p.published
    WHERE f.code = ${where.office} ORDER BY p.id LIMIT 1`.execute(db);
  const admin = await sql<{ id: number }>`
    SELECT account_id AS id FROM account_role WHERE role = 'network-admin' LIMIT 1`.execute(db);
  const [place] = rows;
  const accountId = admin.rows[0]?.id;
  if (place === undefined || accountId === undefined) return;
  const { officeId, plannerId, offeringId, zone, days } = place;
  const today = dayIn(now, zone);
  const opensAt = today.add({ days: 14 }).toZonedDateTime({ timeZone: zone, plainTime: '18:00' }).toInstant();
  const closesAt = today.add({ days: 10 }).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant();
  const code = await transact(db, async (tx) => {
    const wish = {
      plannerId,
      firstDay: today.add({ days: days + 15 }).toString(),
      lastDay: today.add({ days: days + 30 }).toString(),
      seats: 160,
      when: { kind: 'at', instants: [opensAt] },
    } as const;
    const planned = await planRelease(tx, { officeId, accountId, now, wish });
    if (!planned.ok) return planned;
    const releases = planned.releases.map((release) => ({ ...release, plannerId }));
    const order = {
      order: 'registration-draw',
      joinsAt: now,
      closesAt,
      turnMinutes: null,
      value: null,
      unmixedReason: null,
    } as const;
    return releaseOrders(secrets).plan(tx, { officeId, accountId, now, wish: order, releases });
  });
  if (!code.ok) throw new Error(`The demo has no registration draw: ${code.reason}`);
  await sql`UPDATE offering SET waiting_list = true WHERE id = ${offeringId}`.execute(db);
  const rooms = createRooms(deps, { beats: false });
  for (const { mailbox, wishes } of registered) {
    const account = await db
      .selectFrom('account')
      .select('id')
      .where('email', '=', `${mailbox}@demo.example`)
      .executeTakeFirst();
    const [draw, offering, profile] = await Promise.all([
      findRegistrationDraw(db, code.code),
      findOfferingById(db, offeringId),
      account && accountProfile(db, { accountId: account.id, secrets }),
    ]);
    if (!account || !draw || !offering || !profile) continue;
    const { givenName, familyName, birthDate, birthPlace, codiceFiscale, email, phone } = profile;
    const person = {
      givenName,
      familyName,
      birthDate,
      birthPlace,
      codiceFiscale,
      relationship: 'self',
      answers: null,
    } as const;
    await register(deps, rooms, {
      draw,
      offering,
      accountId: account.id,
      enteredBy: null,
      preferences: { wishes, places: [{ offeringId, officeCode: where.office }], wantsWaiting: true },
      answers: {
        people: [person],
        contactEmail: email,
        contactPhone: phone,
        reason: null,
        notes: null,
        residence: null,
      },
      asker: onTheSite,
      channel: 'web',
      language: 'it',
      device: 'computer',
    });
  }
  await rooms.close();
}
