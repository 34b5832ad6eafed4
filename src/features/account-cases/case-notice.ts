import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';

/** What people are told of an account's cases. */
export const caseNews = [
  'account-blocked',
  'block-decided',
  'appeal-arrived',
  'appeal-decided',
  'appeal-outcome',
  'change-asked',
  'change-decided',
  'accounts-merged',
] as const;
export type CaseKind = (typeof caseNews)[number];

/** Asks the worker to tell of a case; `about` is the row that the letter is written from. */
export async function tellOfCase(
  tx: Tx,
  { kind, about, at }: { kind: CaseKind; about: number; at: Temporal.Instant },
): Promise<void> {
  await enqueue(tx, { task: 'notify', payload: { kind, caseId: about }, at });
}
