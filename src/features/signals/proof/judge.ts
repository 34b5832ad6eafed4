import type { Deps } from '#platform/deps.ts';
import type { GuardedAction } from './actions.ts';
import { readProof } from './challenge.ts';
import { useOnce } from './use-once.ts';
import { readWait } from './wait.ts';

export interface HandedIn {
  readonly action: GuardedAction;
  /** a solution, and what stands for one where no scripts run */
  readonly proof: string | undefined;
  readonly wait: string | undefined;
  readonly requestId: string | undefined;
}

/** Whether what was handed in lets a request pass; `early`, the seconds that are left of a wait. */
export async function judge(
  { db, secrets, clock }: Pick<Deps, 'db' | 'secrets' | 'clock'>,
  { action, proof, wait, requestId }: HandedIn,
): Promise<{ ok: true } | { ok: false; early?: number }> {
  const now = clock.now();
  const solved = proof ? await readProof(secrets, { text: proof, action, now }) : undefined;
  if (solved && (await useOnce(db, { proof: solved, requestId }))) return { ok: true };
  const waited = wait ? readWait(secrets, { text: wait, action, now }) : undefined;
  if (waited === undefined) return { ok: false };
  if ('early' in waited) return { ok: false, early: waited.early };
  return (await useOnce(db, { proof: waited.proof, requestId })) ? { ok: true } : { ok: false };
}
