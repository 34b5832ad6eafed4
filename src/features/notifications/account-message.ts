import { z } from 'zod';
import { doorChanges, factorChanges } from '#features/identity/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { NewMessage } from './add-messages.ts';
import { proofKinds } from './rules.ts';

const proofId = z.union([z.string(), z.int()]).transform(String);

/** What the owner of an account must hear of. */
export const accountRequests = [
  z.object({ kind: z.enum(proofKinds), accountId: z.int(), proofId }),
  z.object({ kind: z.literal('already-registered'), accountId: z.int() }),
  z.object({
    kind: z.literal('door-changed'),
    accountId: z.int(),
    change: z.enum(doorChanges),
    way: z.enum(['local', 'spid', 'cie', 'eidas']),
    changedAt: z.string(),
  }),
  z.object({
    kind: z.enum(['password-ends', 'account-unused']),
    accountId: z.int(),
    lastDay: z.string(),
    when: z.enum(['ahead', 'soon']),
  }),
  z.object({ kind: z.literal('office-changed'), accountId: z.int(), changeId: z.string() }),
  z.object({ kind: z.literal('monthly-report'), accountId: z.int(), officeId: z.int(), month: z.string() }),
  z.object({ kind: z.literal('one-time-code'), accountId: z.int(), codeId: z.string() }),
  z.object({ kind: z.literal('invited'), accountId: z.int(), officeId: z.int().nullable(), proofId }),
  z.object({
    kind: z.literal('second-factor-changed'),
    accountId: z.int(),
    change: z.enum(factorChanges),
    at: z.string(),
  }),
  z.object({ kind: z.literal('hand-over'), accountId: z.int(), handOverId: z.int(), at: z.string() }),
  z.object({ kind: z.literal('roles-changed'), accountId: z.int(), officeId: z.int().nullable(), at: z.string() }),
] as const;

export type AccountRequest = z.output<(typeof accountRequests)[number]>;

/** A message to the owner of an account; undefined when it is gone. */
export async function accountMessage(
  tx: Tx,
  wanted: AccountRequest,
  now: Temporal.Instant,
): Promise<NewMessage | undefined> {
  const account = await findAccount(tx, wanted.accountId);
  if (account === undefined) return undefined;
  const { email: recipient, language } = account;
  if (wanted.kind === 'already-registered') {
    // Whoever tries an address again and again fills no mailbox: one such message a day.
    const key = `already-registered:${wanted.accountId}:${now.toString().slice(0, 10)}`;
    return { key, kind: wanted.kind, accountId: wanted.accountId, detail: {}, recipient, language };
  }
  if (wanted.kind === 'second-factor-changed') {
    const { kind, accountId, change, at } = wanted;
    return {
      key: `${kind}:${accountId}:${change}:${at}`,
      kind,
      accountId,
      detail: { factor: change },
      recipient,
      language,
    };
  }
  if (wanted.kind === 'hand-over') {
    const { kind, accountId, handOverId } = wanted;
    return { key: `${kind}:${handOverId}:${accountId}`, kind, accountId, detail: { handOverId }, recipient, language };
  }
  if (wanted.kind === 'door-changed') {
    const { kind, accountId, change, way, changedAt } = wanted;
    const key = `${kind}:${accountId}:${change}:${way}:${changedAt}`;
    return { key, kind, accountId, detail: { door: { change, way } }, recipient, language };
  }
  if ('when' in wanted) {
    const { kind, accountId, lastDay, when } = wanted;
    return {
      key: `${kind}:${accountId}:${lastDay}:${when}`,
      kind,
      accountId,
      detail: { lastDay },
      recipient,
      language,
    };
  }
  if (wanted.kind === 'office-changed') {
    const { kind, accountId, changeId } = wanted;
    return { key: `${kind}:${changeId}`, kind, accountId, detail: { changeId }, recipient, language };
  }
  if (wanted.kind === 'one-time-code') {
    const { kind, accountId, codeId } = wanted;
    return { key: `${kind}:${codeId}`, kind, accountId, detail: { codeId }, recipient, language };
  }
  if (wanted.kind === 'monthly-report') {
    const { kind, accountId, officeId, month } = wanted;
    const key = `${kind}:${officeId}:${accountId}:${month}`;
    return { key, kind, accountId, detail: { officeId, month }, recipient, language };
  }
  if (wanted.kind === 'roles-changed') {
    const { kind, accountId, officeId, at } = wanted;
    return {
      key: `${kind}:${accountId}:${officeId ?? 'network'}:${at}`,
      kind,
      accountId,
      detail: { officeId },
      recipient,
      language,
    };
  }
  const elsewhere = wanted.kind === 'change-email' || wanted.kind === 'email-changed';
  const key = `${wanted.kind}:${wanted.proofId}`;
  return {
    key,
    kind: wanted.kind,
    accountId: wanted.accountId,
    detail:
      wanted.kind === 'invited' ? { proofId: wanted.proofId, officeId: wanted.officeId } : { proofId: wanted.proofId },
    recipient: (elsewhere && (await otherAddress(tx, wanted))) || recipient,
    language,
  };
}

/** Of a change of address: the code goes to the new one, the news to the old one. */
async function otherAddress(tx: Tx, { kind, proofId }: { kind: string; proofId: string }): Promise<string | null> {
  const proof = await tx
    .selectFrom('email_proof')
    .select(['new_email', 'old_email'])
    .where('id', '=', proofId)
    .executeTakeFirst();
  return (kind === 'change-email' ? proof?.new_email : proof?.old_email) ?? null;
}

function findAccount(db: Db | Tx, id: number) {
  return db.selectFrom('account').select(['email', 'language']).where('id', '=', id).executeTakeFirst();
}
