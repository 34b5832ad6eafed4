import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import '../tables.ts';
import { type BlockKind, type BlockOutcome, endOfBlock, isInForce, networkZone, untilDecided } from './block.rules.ts';

/** Where a block holds: at an office, or everywhere. */
export type BlockPlace = { readonly id: number; readonly timeZone: string } | null;

/**
 * Keeps an account from new bookings. Its appointments, its login and all it may do with what it has already booked are
 * left as they are. Nobody blocks themselves, and no two blocks hold at the same place.
 */
export async function blockAccount(
  tx: Tx,
  secrets: Secrets,
  request: {
    accountId: number;
    place: BlockPlace;
    kind: BlockKind;
    reason: string;
    lastDay: Temporal.PlainDate | null;
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<Outcome<{ blockId: number }, 'gone' | 'own-account' | 'already-blocked' | 'day-over'>> {
  const { accountId, place, kind, reason, lastDay, operatorId, now } = request;
  if (accountId === operatorId) return { ok: false, reason: 'own-account' };
  const endsAt = endOfBlock(lastDay, place?.timeZone ?? networkZone);
  if (endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0) return { ok: false, reason: 'day-over' };
  if (!(await lockAccount(tx, accountId))) return { ok: false, reason: 'gone' };
  const { rows } = await sql`
    SELECT FROM account_block WHERE account_id = ${accountId} AND office_id IS NOT DISTINCT FROM ${place?.id ?? null}
      AND lifted_at IS NULL AND (ends_at IS NULL OR ends_at > ${now})`.execute(tx);
  if (rows.length > 0) return { ok: false, reason: 'already-blocked' };
  const { id } = await tx
    .insertInto('account_block')
    .values({
      account_id: accountId,
      office_id: place?.id ?? null,
      kind,
      reason_cipher: secrets.encrypt(reason),
      last_day: lastDay,
      ends_at: endsAt,
      created_by: operatorId,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await noteRestriction(tx, accountId);
  return { ok: true, blockId: id };
}

/** Lifts a block, gives it an earlier end, or keeps it; each with a reason that the person reads. */
export async function decideBlock(
  tx: Tx,
  secrets: Secrets,
  request: {
    blockId: number;
    outcome: BlockOutcome;
    /** the new last day, when it is shortened */
    lastDay: Temporal.PlainDate | null;
    zone: string;
    reason: string;
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<Outcome<{ decisionId: number }, 'over' | 'not-shorter' | 'day-over' | 'own-account'>> {
  const { blockId, outcome, lastDay, zone, reason, operatorId, now } = request;
  const block = await tx
    .selectFrom('account_block')
    .select(['account_id as accountId', 'ends_at as endsAt', 'lifted_at as liftedAt'])
    .where('id', '=', blockId)
    .forUpdate()
    .executeTakeFirst();
  if (block === undefined || !isInForce(block, now)) return { ok: false, reason: 'over' };
  if (block.accountId === operatorId) return { ok: false, reason: 'own-account' };
  if (outcome === 'lifted') {
    await tx
      .updateTable('account_block')
      .set({ lifted_at: now, lifted_by: operatorId })
      .where('id', '=', blockId)
      .execute();
  }
  if (outcome === 'shortened') {
    const endsAt = endOfBlock(lastDay, zone);
    if (endsAt === null || Temporal.Instant.compare(endsAt, block.endsAt ?? untilDecided) >= 0)
      return { ok: false, reason: 'not-shorter' };
    if (Temporal.Instant.compare(endsAt, now) <= 0) return { ok: false, reason: 'day-over' };
    await tx
      .updateTable('account_block')
      .set({ last_day: lastDay, ends_at: endsAt })
      .where('id', '=', blockId)
      .execute();
  }
  const { id } = await tx
    .insertInto('account_block_decision')
    .values({
      block_id: blockId,
      outcome,
      last_day: outcome === 'shortened' ? lastDay : null,
      reason_cipher: secrets.encrypt(reason),
      decided_by: operatorId,
      decided_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await noteRestriction(tx, block.accountId);
  return { ok: true, decisionId: id };
}

/** Writes with the account until when any of its blocks holds: whoever has none is never asked about. */
export async function noteRestriction(tx: Tx, accountId: number): Promise<void> {
  await sql`
    UPDATE account SET restricted_until = (
      SELECT max(coalesce(b.ends_at, ${untilDecided})) FROM account_block b
      WHERE b.account_id = account.id AND b.lifted_at IS NULL)
    WHERE id = ${accountId}`.execute(tx);
}

async function lockAccount(tx: Tx, accountId: number): Promise<boolean> {
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return account !== undefined;
}
