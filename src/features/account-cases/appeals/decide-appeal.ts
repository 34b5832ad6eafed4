import { audit } from '#features/audit/index.ts';
import { excuseNoShow, pausesOf } from '#features/booking/index.ts';
import { type BlockOutcome, decideBlock } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { tellOfCase } from '../case-notice.ts';
import { hasColleague } from '../reach.query.ts';
import '../tables.ts';

export type AppealRefusal =
  | 'decided-already'
  | 'over'
  | 'not-shorter'
  | 'day-over'
  | 'own-account'
  | 'another-decides'
  | 'cannot-shorten';

/**
 * Decides an appeal: the block or the pause is lifted, shortened or kept, with a reason. Somebody else than who blocked
 * decides, where there is somebody else. The person is told, and so is who blocked.
 */
export async function decideAppeal(
  tx: Tx,
  secrets: Secrets,
  request: {
    appealId: number;
    outcome: BlockOutcome;
    lastDay: Temporal.PlainDate | null;
    zone: string;
    answer: string;
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, AppealRefusal>> {
  const { appealId, outcome, answer, operatorId, now } = request;
  const appeal = await tx
    .selectFrom('account_appeal')
    .select(['account_id as accountId', 'office_id as officeId', 'block_id as blockId', 'booking_id as bookingId'])
    .where('id', '=', appealId)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (appeal === undefined) return { ok: false, reason: 'decided-already' };
  const { accountId, officeId, blockId } = appeal;
  if (accountId === operatorId) return { ok: false, reason: 'own-account' };
  const done =
    blockId === null
      ? await decidePause(tx, { ...appeal, outcome, operatorId, now })
      : await decideOnBlock(tx, secrets, { ...request, blockId, officeId });
  if (!done.ok) return done;
  await tx
    .updateTable('account_appeal')
    .set({ outcome, answer_cipher: secrets.encrypt(answer), decided_by: operatorId, decided_at: now })
    .where('id', '=', appealId)
    .execute();
  const detail = { outcome, appeal: appealId };
  const entry = { action: 'decide-appeal', subject: `account:${accountId}`, detail };
  await audit(tx, { at: now, accountId: operatorId, officeId, ...entry });
  await tellOfCase(tx, { kind: 'appeal-decided', about: appealId, at: now });
  if (blockId !== null) await tellOfCase(tx, { kind: 'appeal-outcome', about: appealId, at: now });
  return { ok: true };
}

async function decideOnBlock(
  tx: Tx,
  secrets: Secrets,
  request: Parameters<typeof decideAppeal>[2] & { blockId: number; officeId: number | null },
): Promise<Outcome<object, AppealRefusal>> {
  const { blockId, officeId, outcome, lastDay, zone, answer, operatorId, now } = request;
  const block = await tx
    .selectFrom('account_block')
    .select('created_by as createdBy')
    .where('id', '=', blockId)
    .executeTakeFirstOrThrow();
  if (block.createdBy === operatorId && (await hasColleague(tx, { officeId, except: operatorId })))
    return { ok: false, reason: 'another-decides' };
  const decided = await decideBlock(tx, secrets, { blockId, outcome, lastDay, zone, reason: answer, operatorId, now });
  // It ended by itself while the appeal waited: whoever wrote is answered all the same.
  return !decided.ok && decided.reason === 'over' && outcome !== 'shortened' ? { ok: true } : decided;
}

async function decidePause(
  tx: Tx,
  request: {
    accountId: number;
    officeId: number | null;
    outcome: BlockOutcome;
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, AppealRefusal>> {
  const { accountId, officeId, outcome, operatorId, now } = request;
  if (outcome === 'shortened') return { ok: false, reason: 'cannot-shorten' };
  if (outcome === 'kept' || officeId === null) return { ok: true };
  // Excused are all the appointments that the pause follows from, so that none of the others begins another.
  const pauses = await pausesOf(tx, { accountId, officeId, now });
  for (const { bookingId } of pauses.flatMap(({ missed }) => missed)) {
    const excused = await excuseNoShow(tx, { bookingId, officeId, operatorId, now });
    if (!excused.ok && excused.reason === 'own-account') return { ok: false, reason: 'own-account' };
  }
  return { ok: true };
}
