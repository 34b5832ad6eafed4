import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Mixing, Ordering } from '../tables.ts';
import { assignmentRule, type DrawRules, rulesHashOf, spellRules } from './draw-rules.ts';
import { commitmentOf } from './formula.ts';
import { bitsOf, leastBits } from './public-value.ts';
import { announcedStatement, publicKeyOf, signStatement, wholeMilliseconds } from './statements.ts';
import { valueKnownFrom } from './value-day.ts';

export type AnnounceRefusal = 'unknown-room' | 'already-joining' | 'too-few-outcomes' | 'value-before-closing';

/**
 * Promises how a room's order will be found: the rules as they are now and a seed nobody has seen, by one hash. From then on
 * neither changes. Where seats are assigned, the rule by which they are is part of the promise.
 */
export async function announceDraw(
  tx: Tx,
  secrets: Secrets,
  request: {
    readonly roomId: number;
    readonly mixing: Mixing | null;
    readonly unmixedReason?: string | null;
    readonly now: Temporal.Instant;
  },
): Promise<Outcome<{ commitment: string }, AnnounceRefusal>> {
  const { roomId, mixing } = request;
  const now = wholeMilliseconds(request.now);
  const room = await lockedRoom(tx, roomId);
  if (room === undefined) return { ok: false, reason: 'unknown-room' };
  if (Temporal.Instant.compare(now, room.joinsAt) > 0) return { ok: false, reason: 'already-joining' };
  if (mixing && bitsOf(mixing.form) < leastBits) return { ok: false, reason: 'too-few-outcomes' };
  const from = mixing && valueKnownFrom(mixing.day);
  if (from && Temporal.Instant.compare(from, room.closesAt) <= 0) return { ok: false, reason: 'value-before-closing' };
  const seed = randomBytes(32).toString('hex');
  const publicKey = publicKeyOf(secrets);
  const rules: DrawRules = {
    formula: 'turno-draw-1',
    room: room.code,
    office: room.office,
    ordering: room.ordering,
    joinsAt: room.joinsAt.toString(),
    closesAt: room.closesAt.toString(),
    opensAt: room.opensAt.toString(),
    turnSeconds: room.turnSeconds,
    publicKey,
    mixing: mixing && from && { ...mixing, from: from.toString() },
  };
  const text = spellRules(rules, room.ordering === 'registration-draw' ? { assignment: assignmentRule } : {});
  const commitment = commitmentOf(text, seed);
  const announced = { room: room.code, commitment, rulesHash: rulesHashOf(text), announcedAt: now.toString() };
  await tx
    .insertInto('draw')
    .values({
      room_id: roomId,
      rules: text,
      commitment,
      seed_cipher: secrets.encrypt(seed),
      mixing: mixing && JSON.stringify(mixing),
      unmixed_reason: request.unmixedReason ?? null,
      public_key: publicKey,
      announced_at: now,
      announced_signature: signStatement(secrets, announcedStatement(announced)),
    })
    .execute();
  return { ok: true, commitment };
}

interface RoomToDraw {
  readonly code: string;
  readonly office: string;
  readonly ordering: Ordering;
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly opensAt: Temporal.Instant;
  readonly turnSeconds: number;
}

async function lockedRoom(tx: Tx, roomId: number): Promise<RoomToDraw | undefined> {
  const { rows } = await sql<RoomToDraw>`
    SELECT r.code, o.code AS office, r.ordering, r.joins_at AS "joinsAt", r.closes_at AS "closesAt", r.opens_at AS "opensAt",
           r.turn_seconds AS "turnSeconds"
    FROM room r JOIN office o ON o.id = r.office_id WHERE r.id = ${roomId} FOR UPDATE OF r`.execute(tx);
  return rows[0];
}
