import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { DrawFacts } from '../draw-facts.query.ts';
import { valueKnownFrom } from '../value-day.ts';

export type ValueStage =
  | { readonly kind: 'not-mixed' | 'not-closed' | 'called-off' }
  | { readonly kind: 'too-early'; readonly from: Temporal.Instant }
  /** nobody, or somebody else, has typed it */
  | { readonly kind: 'to-type'; readonly isSecond: boolean; readonly differed: Difference | undefined }
  /** this operator has; another one has to */
  | { readonly kind: 'typed-by-me' }
  | { readonly kind: 'agreed'; readonly first: string; readonly second: string };

/** Two typed differently: told to both, until it is agreed. */
export interface Difference {
  readonly at: Temporal.Instant;
  readonly first: string;
  readonly firstName: string;
  readonly second: string;
  readonly secondName: string;
}

/** Where entering the public value stands, for one operator. What another typed is never told before they agree or differ. */
export async function valueStage(
  db: Db,
  { facts, accountId, now }: { facts: DrawFacts; accountId: number; now: Temporal.Instant },
): Promise<ValueStage> {
  if (facts.mixing === null) return { kind: 'not-mixed' };
  if (facts.publicValue !== null) return { kind: 'agreed', ...(await namesOf(db, facts.roomId)) };
  if (facts.state === 'ended') return { kind: 'called-off' };
  if (facts.closedAt === null) return { kind: 'not-closed' };
  const from = valueKnownFrom(facts.mixing.day);
  if (Temporal.Instant.compare(now, from) < 0) return { kind: 'too-early', from };
  if (facts.firstBy === accountId) return { kind: 'typed-by-me' };
  const isSecond = facts.firstBy !== null;
  return { kind: 'to-type', isSecond, differed: isSecond ? undefined : await lastDifference(db, facts.code) };
}

async function namesOf(db: Db, roomId: number): Promise<{ first: string; second: string }> {
  const { rows } = await sql<{ first: string; second: string }>`
    SELECT a.given_name || ' ' || a.family_name AS first, b.given_name || ' ' || b.family_name AS second
    FROM draw d JOIN account a ON a.id = d.first_by JOIN account b ON b.id = d.second_by WHERE d.room_id = ${roomId}`.execute(
    db,
  );
  return rows[0] ?? { first: '', second: '' };
}

async function lastDifference(db: Db, code: string): Promise<Difference | undefined> {
  const { rows } = await sql<Difference>`
    SELECT e.at, e.detail ->> 'first' AS first, e.detail ->> 'second' AS second,
           a.given_name || ' ' || a.family_name AS "firstName", b.given_name || ' ' || b.family_name AS "secondName"
    FROM audit_entry e JOIN account a ON a.id = (e.detail ->> 'firstBy')::int JOIN account b ON b.id = e.account_id
    WHERE e.subject = ${`draw:${code}`} AND e.action = 'draw-value-different' ORDER BY e.at DESC, e.id DESC LIMIT 1`.execute(
    db,
  );
  return rows[0];
}
