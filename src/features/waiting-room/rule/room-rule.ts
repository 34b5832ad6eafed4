import { audit } from '#features/audit/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Ordering } from '../tables.ts';
import '../tables.ts';

/** How an office wants the releases of a planner to be. */
export interface RoomRule {
  readonly room: 'always' | 'demand' | 'never';
  readonly ordering: Ordering;
  /** people may join so long before the seats open */
  readonly joinsMinutes: number;
  /** so long before the seats open nobody more is drawn */
  readonly closesMinutes: number;
  readonly turnSeconds: number;
  /** why no public value is mixed into a draw; null: the usual one is */
  readonly unmixedReason: string | null;
}

/** What holds for a planner about which nobody decided anything. */
export const usualRule: RoomRule = {
  room: 'demand',
  ordering: 'first-come',
  joinsMinutes: 30,
  closesMinutes: 0,
  turnSeconds: 600,
  unmixedReason: null,
};

/** The rule that holds, and the one before it, for one step back. */
export async function findRoomRule(
  db: Db | Tx,
  plannerId: number,
): Promise<{ readonly rule: RoomRule; readonly before: RoomRule | null }> {
  const row = await db.selectFrom('room_rule').selectAll().where('planner_id', '=', plannerId).executeTakeFirst();
  if (row === undefined) return { rule: usualRule, before: null };
  const rule = {
    room: row.room,
    ordering: row.ordering,
    joinsMinutes: row.joins_minutes,
    closesMinutes: row.closes_minutes,
    turnSeconds: row.turn_seconds,
    unmixedReason: row.unmixed_reason,
  };
  return { rule, before: row.before };
}

/** Saves another rule, unless somebody else did in the meantime. Coming releases take it when their rooms are planned. */
export async function saveRoomRule(
  tx: Tx,
  request: {
    plannerId: number;
    officeId: number;
    accountId: number;
    now: Temporal.Instant;
    rule: RoomRule;
    /** `fingerprintOf` the rule that was seen; undefined: whatever it is */
    seen?: string | undefined;
  },
): Promise<Outcome<Record<never, never>, 'changed-meanwhile'>> {
  const { plannerId, officeId, accountId, now, rule, seen } = request;
  // Whoever saves at the same time waits here.
  await tx.selectFrom('planner').select('id').where('id', '=', plannerId).forUpdate().executeTakeFirst();
  const { rule: before } = await findRoomRule(tx, plannerId);
  if (seen !== undefined && seen !== fingerprintOf(before)) return { ok: false, reason: 'changed-meanwhile' };
  if (fingerprintOf(before) === fingerprintOf(rule)) return { ok: true };
  const row = {
    room: rule.room,
    ordering: rule.ordering,
    joins_minutes: rule.joinsMinutes,
    closes_minutes: rule.closesMinutes,
    turn_seconds: rule.turnSeconds,
    unmixed_reason: rule.unmixedReason,
    before: JSON.stringify(before),
    updated_at: now,
  };
  await tx
    .insertInto('room_rule')
    .values({ planner_id: plannerId, mixing: null, ...row })
    .onConflict((conflict) => conflict.column('planner_id').doUpdateSet(row))
    .execute();
  const subject = `planner:${plannerId}`;
  await audit(tx, { at: now, accountId, officeId, action: 'set-room-rule', subject, detail: { ...rule } });
  return { ok: true };
}

/** The same text for the same rule. */
export function fingerprintOf({
  room,
  ordering,
  joinsMinutes,
  closesMinutes,
  turnSeconds,
  unmixedReason,
}: RoomRule): string {
  return [room, ordering, joinsMinutes, closesMinutes, turnSeconds, unmixedReason ?? ''].join('|');
}
