import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { planRelease } from '#features/planner/index.ts';
import { createRooms, drawRoom, enterValue, releaseOrders, takeTicket } from '#features/waiting-room/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { inventedPerson } from './create-invented-person.ts';

/** Where seats beyond those that open every day are drawn. */
const where = { office: 'cons-new-york-city', service: 'passport' };

interface Place {
  readonly officeId: number;
  readonly plannerId: number;
  readonly offeringId: number;
  readonly zone: string;
  readonly days: number;
  /** those who may enter public values here, the network's administrator the last */
  readonly operators: number[];
}

/** A draw that anybody can join for a week, and one that is over, with its proof to check. */
export async function createDraws(deps: Deps): Promise<void> {
  const { rows } = await sql<Place>`
    SELECT f.id AS "officeId", p.id AS "plannerId", o.id AS "offeringId", f.time_zone AS zone, p.horizon_days AS days,
           (SELECT array_agg(r.account_id ORDER BY r.office_id IS NULL, r.account_id) FROM account_role r
            WHERE (r.office_id = f.id AND r.role = 'operator') OR r.role = 'network-admin') AS operators
    FROM office f JOIN offering o ON o.office_id = f.id AND o.service_code = ${where.service}
    JOIN planner_offering po ON po.offering_id = o.id JOIN planner p ON p.id = po.planner_id AND p.published
    WHERE f.code = ${where.office} ORDER BY p.id LIMIT 1`.execute(deps.db);
  const [place] = rows;
  if (place === undefined) throw new Error(`The demo has no planner for ${where.service} at ${where.office}`);
  await openDraw(deps, place);
  await finishedDraw(deps, place);
}

/** Twenty-four seats, to be drawn in nine days; the public value is the usual lottery. */
async function openDraw(deps: Deps, place: Place): Promise<void> {
  const now = deps.clock.now();
  const today = dayIn(now, place.zone);
  const opensAt = today.add({ days: 10 }).toZonedDateTime({ timeZone: place.zone, plainTime: '17:00' }).toInstant();
  await planDraw(deps, place, { now, opensAt, seats: 24 });
}

/** It was drawn two days ago among forty invented people, two of them at the desk; those whose turn came have chosen. */
async function finishedDraw(deps: Deps, place: Place): Promise<void> {
  const today = dayIn(deps.clock.now(), place.zone);
  const at = (days: number, time: string) =>
    today.subtract({ days }).toZonedDateTime({ timeZone: place.zone, plainTime: time }).toInstant();
  const [promised, closesAt, valueAt, opensAt] = [at(12, '09:00'), at(5, '12:00'), at(2, '15:30'), at(2, '17:00')];
  const { db } = deps;
  const roomId = await pastRoom(deps, place, { promised, closesAt, valueAt, opensAt });
  await joinInvented(deps, place, { roomId, since: promised, until: closesAt });
  await drawRoom(deps, { roomId, now: closesAt });
  const typed = ['7 12 33 58 71 90', '90-71-58-33-12-7'];
  for (const [index, value] of typed.entries()) {
    const accountId = place.operators[index];
    if (accountId === undefined) throw new Error('The demo has no two people who could enter a public value');
    const entered = { officeId: place.officeId, roomId, accountId, typed: value, now: valueAt.add({ minutes: index }) };
    await transact(db, (tx) => enterValue(tx, entered));
  }
  await drawRoom(deps, { roomId, now: valueAt.add({ minutes: 2 }) });
  await sql`
    UPDATE room SET state = 'ended', outcome = 'sold-out', ended_at = ${opensAt.add({ hours: 2 })} WHERE id = ${roomId}`.execute(
    db,
  );
  await sql`
    UPDATE ticket t SET state = 'over', settled_at = ${opensAt.add({ hours: 2 })} WHERE room_id = ${roomId} AND state = 'waiting'`.execute(
    db,
  );
}

async function planDraw(
  { db, secrets }: Deps,
  place: Place,
  wish: { now: Temporal.Instant; opensAt: Temporal.Instant; seats: number },
): Promise<void> {
  const { officeId, plannerId, zone, days } = place;
  const { now, opensAt, seats } = wish;
  const accountId = place.operators.at(-1);
  if (accountId === undefined) return;
  const today = dayIn(now, zone);
  const outcome = await transact(db, async (tx) => {
    const seatsToOpen = {
      plannerId,
      firstDay: today.add({ days: days + 11 }).toString(),
      lastDay: today.add({ days: days + 30 }).toString(),
      seats,
      when: { kind: 'at', instants: [opensAt] },
    } as const;
    const planned = await planRelease(tx, { officeId, accountId, now, wish: seatsToOpen });
    if (!planned.ok) return planned;
    const releases = planned.releases.map((release) => ({ ...release, plannerId }));
    const order = { ...anyDraw, joinsAt: now, closesAt: null, value: null };
    return releaseOrders(secrets).plan(tx, { officeId, accountId, now, wish: order, releases });
  });
  if (!outcome.ok) throw new Error(`The demo has no draw: ${outcome.reason}`);
}

const anyDraw = { order: 'draw', turnMinutes: null, unmixedReason: null } as const;

/** A release of the past and its room, as they were promised; answers with the room. */
async function pastRoom(
  { db, secrets }: Deps,
  { officeId, plannerId, zone, operators }: Place,
  at: { promised: Temporal.Instant; closesAt: Temporal.Instant; valueAt: Temporal.Instant; opensAt: Temporal.Instant },
): Promise<number> {
  const { promised, closesAt, valueAt, opensAt } = at;
  const first = dayIn(opensAt, zone).add({ days: 20 });
  const code = `batch-${plannerId}-${dayIn(opensAt, zone).toString()}`;
  const { id: roomId } = await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, sold_out_at, created_at)
      VALUES (${code}, ${plannerId}, 'batch', ${opensAt}, ${opensAt}, ${first}, ${first.add({ days: 4 })}, 12, ${opensAt.add({ hours: 2 })}, ${promised})
      RETURNING id`.execute(tx);
    const value = {
      it: 'I sei numeri dell’estrazione di prova',
      en: 'The six numbers of the demonstration lottery',
      day: dayIn(valueAt, 'Europe/Rome').toString(),
      source: 'https://estrazione-di-prova.example',
      form: { kind: 'numbers', count: 6, highest: 90 },
    } as const;
    await releaseOrders(secrets).plan(tx, {
      officeId,
      accountId: operators.at(-1) ?? 0,
      now: promised,
      wish: { ...anyDraw, joinsAt: promised.add({ hours: 1 }), closesAt, value },
      releases: [{ id: rows[0]?.id ?? '', code, plannerId, opensAt }],
    });
    return tx.selectFrom('room').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  });
  return roomId;
}

/** Forty people, spread over the days by hashes of their numbers; the last two were entered at the desk. */
async function joinInvented(
  deps: Deps,
  { offeringId, operators }: Place,
  { roomId, since, until }: { roomId: number; since: Temporal.Instant; until: Temporal.Instant },
): Promise<void> {
  const rooms = createRooms(deps, { beats: false });
  const room = await deps.db
    .selectFrom('room')
    .select(['id', 'code'])
    .where('id', '=', roomId)
    .executeTakeFirstOrThrow();
  const window = until.since(since).total('seconds') - 7200;
  const moments = Array.from(
    { length: 40 },
    (_, n) => parseInt(hash('sha256', `joins ${n}`).slice(0, 8), 16) / 2 ** 32,
  );
  for (const [n, part] of moments.toSorted((one, other) => one - other).entries()) {
    const atDesk = n >= 38;
    await takeTicket(deps, rooms, {
      room,
      offeringId,
      accountId: null,
      ...(atDesk && { entered: { by: operators[0] ?? 0, proved: true } }),
      people: [inventedPerson(5000 + n)],
      channel: atDesk ? 'desk' : 'web',
      language: n % 3 === 0 ? 'en' : 'it',
      device: atDesk ? 'none' : n % 4 === 0 ? 'computer' : 'phone',
      now: since.add({ seconds: 3600 + Math.round(part * window) }),
    });
  }
  await rooms.close();
}
