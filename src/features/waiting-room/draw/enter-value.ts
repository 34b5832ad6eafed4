import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Mixing } from '../tables.ts';
import { readPublicValue } from './public-value.ts';
import { valueKnownFrom } from './value-day.ts';

export type ValueRefusal =
  | 'not-found'
  /** nothing is mixed in, or the joining is not over */
  | 'not-awaited'
  /** nobody can know it yet */
  | 'too-early'
  | 'not-in-form'
  /** whoever typed it first cannot be the second too */
  | 'same-operator'
  | 'already-there';

export type ValueEntered =
  /** somebody else has to type it too */
  | { readonly step: 'first' }
  /** two typed the same: it is the value from now on */
  | { readonly step: 'agreed' }
  /** they differ: both are forgotten, and typed again */
  | { readonly step: 'different'; readonly first: string; readonly second: string };

/**
 * The public value as an operator reads it at its source. It counts when two of them have typed the same, each without
 * seeing what the other typed.
 */
export async function enterValue(
  tx: Tx,
  request: {
    readonly officeId: number;
    readonly roomId: number;
    readonly accountId: number;
    readonly typed: string;
    readonly now: Temporal.Instant;
  },
): Promise<Outcome<ValueEntered, ValueRefusal>> {
  const { officeId, roomId, accountId, now } = request;
  const draw = await lockedDraw(tx, request);
  if (draw === undefined) return { ok: false, reason: 'not-found' };
  if (draw.publicValue !== null) return { ok: false, reason: 'already-there' };
  if (draw.mixing === null || draw.closedAt === null || draw.isOver) return { ok: false, reason: 'not-awaited' };
  if (Temporal.Instant.compare(now, valueKnownFrom(draw.mixing.day)) < 0) return { ok: false, reason: 'too-early' };
  const value = readPublicValue(draw.mixing.form, request.typed);
  if (value === undefined) return { ok: false, reason: 'not-in-form' };
  const { firstValue, firstBy } = draw;
  if (firstValue !== null && firstBy === accountId) return { ok: false, reason: 'same-operator' };
  const step = firstValue === null ? 'first' : firstValue === value ? 'agreed' : 'different';
  const changed = {
    first: { first_value: value, first_by: accountId, first_at: now },
    agreed: { public_value: value, second_by: accountId, second_at: now },
    different: { first_value: null, first_by: null, first_at: null },
  } as const;
  await tx.updateTable('draw').set(changed[step]).where('room_id', '=', roomId).execute();
  // What was typed first stays out of the log until the second has typed too.
  const detail = step === 'first' ? {} : step === 'agreed' ? { value } : { first: firstValue, firstBy, second: value };
  const action = `draw-value-${step}`;
  await audit(tx, { at: now, accountId, officeId, action, subject: `draw:${draw.code}`, detail });
  return { ok: true, ...(step === 'different' ? { step, first: firstValue ?? '', second: value } : { step }) };
}

async function lockedDraw(tx: Tx, { officeId, roomId }: { officeId: number; roomId: number }) {
  const { rows } = await sql<{
    code: string;
    mixing: Mixing | null;
    publicValue: string | null;
    closedAt: Temporal.Instant | null;
    firstValue: string | null;
    firstBy: number | null;
    isOver: boolean;
  }>`
    SELECT r.code, d.mixing, d.public_value AS "publicValue", d.closed_at AS "closedAt", d.first_value AS "firstValue",
           d.first_by AS "firstBy", r.state = 'ended' AS "isOver"
    FROM draw d JOIN room r ON r.id = d.room_id
    WHERE d.room_id = ${roomId} AND r.office_id = ${officeId} FOR UPDATE OF d`.execute(tx);
  return rows[0];
}
