import { audit } from '#features/audit/index.ts';
import { blockAccount, type BlockKind, type BlockPlace, decideBlock } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { tellOfCase } from '../case-notice.ts';

/** Blocks new bookings of an account, writes it down and tells the person why and how to answer. */
export async function block(
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
) {
  const blocked = await blockAccount(tx, secrets, request);
  if (!blocked.ok) return blocked;
  const { now, operatorId, place, kind, lastDay, accountId } = request;
  await audit(tx, {
    at: now,
    accountId: operatorId,
    officeId: place?.id ?? null,
    action: 'block-account',
    subject: `account:${accountId}`,
    detail: { kind, lastDay: lastDay?.toString() ?? null, block: blocked.blockId },
  });
  await tellOfCase(tx, { kind: 'account-blocked', about: blocked.blockId, at: now });
  return blocked;
}

/** Lifts or shortens a block without being asked: people think again. */
export async function reconsider(
  tx: Tx,
  secrets: Secrets,
  request: Parameters<typeof decideBlock>[2] & { officeId: number | null; accountId: number },
) {
  const decided = await decideBlock(tx, secrets, request);
  if (!decided.ok) return decided;
  const { now, operatorId, officeId, accountId, outcome, blockId } = request;
  const detail = { outcome, block: blockId };
  const entry = { action: 'decide-block', subject: `account:${accountId}`, detail };
  await audit(tx, { at: now, accountId: operatorId, officeId, ...entry });
  await tellOfCase(tx, { kind: 'block-decided', about: decided.decisionId, at: now });
  return decided;
}
