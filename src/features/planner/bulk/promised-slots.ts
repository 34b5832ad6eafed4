import { sql } from 'kysely';
import { dayIn } from '#platform/dates.ts';
import type { Tx } from '#platform/database.ts';
import { findPlans, type Plan } from '../plan.query.ts';
import { slotsOf } from '../rules.ts';

/** An appointment that was made elsewhere. */
export interface Promised {
  readonly plannerId: number;
  readonly zone: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** it is to come and somebody comes: it takes a place in every slot that it touches */
  readonly isComing: boolean;
}

/** The slots of an appointment, by their starts; of each, the desks that the planner means to have there. */
export interface PlaceOfPromise {
  readonly slotIds: readonly string[];
  readonly rooms: readonly number[];
  /** the planner is not open for all of it */
  readonly outside: boolean;
}

interface Wanted {
  readonly plannerId: number;
  readonly starts: number;
  readonly ends: number;
  readonly day: string;
  readonly room: number;
}

/** Plans of a run, so that each is read once. */
export type Plans = Map<number, Plan>;

/** So many are kept at hand: an import reads them again beyond. */
const mostPlans = 10_000;

/**
 * Finds the slots of appointments made elsewhere, in their order. Where the planner has none yet, beyond its horizon, those
 * are made that its rules will want, without seats; where it is not open, one of the appointment's own. Such a slot has no
 * seats but those that are taken, and is never offered.
 */
export async function promisedSlots(tx: Tx, promises: readonly Promised[], plans: Plans): Promise<PlaceOfPromise[]> {
  const standing = await standingSlots(tx, promises);
  const wanted: ({ slots: Wanted[]; outside: boolean } | undefined)[] = [];
  const apart = promises.filter(({ isComing }, index) => isComing && !standing.get(index)?.covers);
  await readPlans(
    tx,
    apart.map(({ plannerId }) => plannerId),
    plans,
  );
  for (const [index, promise] of promises.entries()) {
    wanted.push(slotsToMake(promise, standing.get(index), plans.get(promise.plannerId)));
  }
  const ids = await ensureSlots(
    tx,
    wanted.flatMap((found) => found?.slots ?? []),
  );
  return promises.map((_, index): PlaceOfPromise => {
    const made = wanted[index];
    const there = standing.get(index);
    if (made === undefined) {
      const slotIds = there?.ids ?? [];
      return { slotIds, rooms: slotIds.map(() => 0), outside: there?.covers === false };
    }
    return {
      slotIds: made.slots.map((slot) => ids.get(keyOf(slot)) ?? ''),
      rooms: made.slots.map(({ room }) => room),
      outside: made.outside,
    };
  });
}

function slotsToMake(promise: Promised, there: { covers: boolean } | undefined, plan: Plan | undefined) {
  if (!promise.isComing) return there ? undefined : { slots: [own(promise)], outside: false };
  if (there?.covers) return undefined;
  const slots = gridOf(plan, promise);
  if (slots.length > 0) return { slots, outside: !covers(slots, promise) };
  return there ? undefined : { slots: [own(promise)], outside: true };
}

/** The slots that are there: of appointments to come all open ones that they touch, of others the one at their start. */
async function standingSlots(tx: Tx, promises: readonly Promised[]) {
  const { rows } = await sql<{ n: number; ids: string[]; covers: boolean }>`
    SELECT w.n::int, array_agg(s.id ORDER BY s.starts_at) AS ids, min(s.starts_at) <= w.s AND max(s.ends_at) >= w.e AS covers
    FROM unnest(${promises.map(({ plannerId }) => plannerId)}::int[], ${promises.map(({ startsAt }) => startsAt)}::timestamptz[],
                ${promises.map(({ endsAt }) => endsAt)}::timestamptz[], ${promises.map(({ isComing }) => isComing)}::boolean[])
         WITH ORDINALITY AS w(p, s, e, coming, n)
    JOIN slot s ON s.planner_id = w.p AND s.starts_at < w.e AND s.starts_at > w.s - interval '8 hours' AND s.ends_at > w.s
      AND CASE WHEN w.coming THEN s.planned > 0 ELSE s.starts_at = w.s END
    GROUP BY w.n, w.s, w.e`.execute(tx);
  return new Map(rows.map(({ n, ids, covers: isCovered }) => [n - 1, { ids, covers: isCovered }]));
}

/** Reads the plans of a batch at once. */
async function readPlans(tx: Tx, plannerIds: readonly number[], plans: Plans): Promise<void> {
  const unknown = [...new Set(plannerIds)].filter((id) => !plans.has(id));
  if (unknown.length === 0) return;
  if (plans.size > mostPlans) plans.clear();
  for (const plan of await findPlans(tx, unknown)) plans.set(plan.plannerId, plan);
}

/** The slots that the planner's rules want at the time of an appointment. */
function gridOf(plan: Plan | undefined, promise: Promised): Wanted[] {
  if (plan === undefined) return [];
  const day = dayIn(promise.startsAt, promise.zone);
  const [from, until] = [secondsOf(promise.startsAt), secondsOf(promise.endsAt)];
  return slotsOf({ ...plan, rules: plan.publishedRules ?? plan.rules, from: day, to: day })
    .filter(({ starts, ends }) => starts < until && ends > from)
    .map(({ starts, ends, day: date, capacity }) => ({
      plannerId: promise.plannerId,
      starts,
      ends,
      day: date,
      room: capacity,
    }));
}

function covers(slots: readonly Wanted[], promise: Promised): boolean {
  const [first, last] = [slots[0], slots.at(-1)];
  return (first?.starts ?? Infinity) <= secondsOf(promise.startsAt) && (last?.ends ?? 0) >= secondsOf(promise.endsAt);
}

function own({ plannerId, zone, startsAt, endsAt }: Promised): Wanted {
  const day = dayIn(startsAt, zone).toString();
  return { plannerId, starts: secondsOf(startsAt), ends: secondsOf(endsAt), day, room: 0 };
}

async function ensureSlots(tx: Tx, slots: readonly Wanted[]): Promise<Map<string, string>> {
  const unique = [...new Map(slots.map((slot) => [keyOf(slot), slot])).values()];
  if (unique.length === 0) return new Map();
  const columns = sql`${unique.map(({ plannerId }) => plannerId)}::int[], ${unique.map(({ starts }) => starts)}::bigint[]`;
  await sql`
    INSERT INTO slot (planner_id, starts_at, ends_at, day, opens_at, planned, capacity)
    SELECT u.p, to_timestamp(u.s), to_timestamp(u.e), u.d, to_timestamp(u.s), 0, 0
    FROM unnest(${columns}, ${unique.map(({ ends }) => ends)}::bigint[], ${unique.map(({ day }) => day)}::date[]) AS u(p, s, e, d)
    ORDER BY u.p, u.s ON CONFLICT ON CONSTRAINT slot_once DO NOTHING`.execute(tx);
  const { rows } = await sql<{ id: string; p: number; s: string }>`
    SELECT slot.id, u.p, u.s::text FROM unnest(${columns}) AS u(p, s)
    JOIN slot ON slot.planner_id = u.p AND slot.starts_at = to_timestamp(u.s)`.execute(tx);
  return new Map(rows.map(({ id, p, s }) => [`${p} ${s}`, id]));
}

function keyOf({ plannerId, starts }: Pick<Wanted, 'plannerId' | 'starts'>): string {
  return `${plannerId} ${starts}`;
}

function secondsOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000);
}
