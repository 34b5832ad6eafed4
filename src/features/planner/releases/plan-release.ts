import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Editing } from '../editing/editing.ts';
import { findPlan, lockPlanner } from '../plan.query.ts';
import { remakeSlots } from '../slots/publish.ts';
import { type Drip, dripOpenings } from './drip.rules.ts';
import { noteReleases } from './note-releases.ts';

/** How far ahead slots are made, at most. */
export const furthestDays = 400;

/** Seats to open apart from a planner's rule. */
export interface ReleaseWish {
  readonly plannerId: number;
  /** days of the appointments, both included */
  readonly firstDay: string;
  readonly lastDay: string;
  /** null: all of those days that are not open yet. All the seats of one time open together: a few more may open. */
  readonly seats: number | null;
  readonly when: ReleaseTime;
}

export type ReleaseTime =
  | { readonly kind: 'now' }
  /** at each of these instants as many seats */
  | { readonly kind: 'at'; readonly instants: readonly Temporal.Instant[] }
  /** from an instant on, every so many minutes as many seats, between two hours of each day */
  | ({ readonly kind: 'drip'; readonly since: Temporal.Instant } & Pick<
      Drip,
      'from' | 'until' | 'everyMinutes' | 'clock'
    > & { readonly seatsEach: number });

export interface PlannedRelease {
  readonly id: string;
  readonly code: string;
  readonly opensAt: Temporal.Instant;
  readonly seats: number;
}

export type PlanReleaseOutcome = Outcome<
  { releases: readonly PlannedRelease[] },
  'unknown-planner' | 'not-published' | 'in-the-past' | 'too-far' | 'no-seats'
>;

/**
 * Opens seats that are not open yet: now, at one or several instants, or in a drip. They belong to the release from then on,
 * whatever the planner's rule says, until it is cancelled.
 */
export async function planRelease(tx: Tx, request: Editing & { wish: ReleaseWish }): Promise<PlanReleaseOutcome> {
  const { officeId, accountId, now, wish } = request;
  const { plannerId, when } = wish;
  await lockPlanner(tx, plannerId);
  const plan = await findPlan(tx, plannerId);
  if (plan?.officeId !== officeId) return { ok: false, reason: 'unknown-planner' };
  if (!plan.published) return { ok: false, reason: 'not-published' };
  const instants = when.kind === 'now' ? [now] : when.kind === 'at' ? when.instants : [when.since];
  if (when.kind !== 'now' && instants.some((instant) => Temporal.Instant.compare(instant, now) <= 0))
    return { ok: false, reason: 'in-the-past' };
  const today = now.toZonedDateTimeISO(plan.zone).toPlainDate();
  if (wish.lastDay > today.add({ days: furthestDays }).toString()) return { ok: false, reason: 'too-far' };
  const releases: PlannedRelease[] = [];
  for (const opensAt of instants) {
    const release = await open(tx, { ...request, opensAt, zone: plan.zone });
    // Of several, the last may find nothing left; one that opens nothing is no release.
    if (release === undefined) break;
    releases.push(release);
  }
  const after = await findPlan(tx, plannerId);
  if (releases.length === 0 || after === undefined) return { ok: false, reason: 'no-seats' };
  await noteReleases(tx, { plan: after, now });
  for (const { id, seats, opensAt } of releases) {
    const detail = { kind: when.kind, planner: plannerId, seats, opensAt: opensAt.toString(), ...daysOf(wish) };
    await audit(tx, { at: now, accountId, officeId, action: 'plan-release', subject: `release:${id}`, detail });
  }
  return { ok: true, releases };
}

async function open(
  tx: Tx,
  request: Editing & { wish: ReleaseWish; opensAt: Temporal.Instant; zone: string },
): Promise<PlannedRelease | undefined> {
  const { accountId, now, wish, opensAt, zone } = request;
  const { plannerId, when, firstDay, lastDay } = wish;
  const kind = when.kind === 'drip' ? 'drip' : when.kind === 'now' ? 'manual' : 'batch';
  const made = await tx
    .insertInto('release')
    .values({
      code: sql`${kind} || '-' || gen_random_uuid()`,
      planner_id: plannerId,
      kind,
      opens_at: opensAt,
      last_opens_at: opensAt,
      first_day: firstDay,
      last_day: lastDay,
      seats: 0,
      created_by: accountId,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // Days beyond the horizon get their slots first; this locks all slots of the planner, in id order.
  await remakeSlots(tx, { plannerId, now });
  const { rows } = await sql<{ id: string; seats: number; day: Temporal.PlainDate }>`
    SELECT s.id, s.planned AS seats, s.day FROM slot s
    WHERE s.planner_id = ${plannerId} AND s.starts_at > greatest(${now}::timestamptz, ${opensAt}) AND s.day BETWEEN ${firstDay}::date AND ${lastDay}::date
      AND s.planned > 0 AND s.release_id IS NULL AND s.opens_at > ${now}
    ORDER BY s.starts_at, s.id`.execute(tx);
  const chosen = firstSeats(rows, wish.seats);
  if (chosen.length === 0) {
    await sql`DELETE FROM release WHERE id = ${made.id}`.execute(tx);
    return undefined;
  }
  const opens = when.kind === 'drip' ? drops(chosen, when, zone) : chosen.map(() => opensAt.epochMilliseconds / 1000);
  await sql`
    UPDATE slot s SET opens_at = to_timestamp(u.opens), release_id = ${made.id}
    FROM unnest(${chosen.map(({ id }) => id)}::bigint[], ${opens}::float8[]) AS u(id, opens) WHERE s.id = u.id`.execute(
    tx,
  );
  const seats = chosen.reduce((sum, slot) => sum + slot.seats, 0);
  const { rows: written } = await sql<{ code: string; opensAt: Temporal.Instant }>`
    UPDATE release SET code = kind || '-' || planner_id || '-' || id, seats = ${seats},
      opens_at = to_timestamp(${Math.min(...opens)}::float8), last_opens_at = to_timestamp(${Math.max(...opens)}::float8),
      first_day = ${chosen[0]?.day ?? firstDay}, last_day = ${chosen.at(-1)?.day ?? lastDay}
    WHERE id = ${made.id} RETURNING code, opens_at AS "opensAt"`.execute(tx);
  const [release] = written;
  return release && { id: made.id, seats, ...release };
}

/** As many whole slots as make up the seats, the earliest first. */
function firstSeats<Slot extends { readonly seats: number }>(slots: readonly Slot[], seats: number | null): Slot[] {
  let left = seats ?? Infinity;
  return slots.filter((slot) => {
    if (left <= 0) return false;
    left -= slot.seats;
    return true;
  });
}

function drops(
  slots: readonly { readonly seats: number }[],
  when: Extract<ReleaseTime, { kind: 'drip' }>,
  zone: string,
): number[] {
  const { from, until, everyMinutes, clock, since, seatsEach: seats } = when;
  const drip = { kind: 'drip', weekdays: [1, 2, 3, 4, 5, 6, 7], from, until, everyMinutes, seats, clock } as const;
  const due = since.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  const first = since.epochMilliseconds / 1000;
  return dripOpenings(
    slots.map((slot) => ({ seats: slot.seats, due })),
    drip,
    zone,
    first,
  );
}

function daysOf({ firstDay, lastDay }: ReleaseWish) {
  return { firstDay, lastDay };
}
