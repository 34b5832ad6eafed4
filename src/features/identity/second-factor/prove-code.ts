import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { countFailure, forgetFailures } from '../login-failures.ts';
import { useAppCode } from './app.ts';
import { typedRecoveryCode, useRecoveryCode } from './recovery-codes.ts';

export type ProvedCode =
  | { ok: true; with: 'app' | 'recovery-code' }
  | { ok: false; reason: 'wrong-code' }
  | { ok: false; reason: 'second-factor-locked'; until: Temporal.Instant };

/**
 * Whether a code is right now: six digits of the app, or a recovery code. Wrong ones count like wrong passwords, apart for
 * a browser that has logged in before (`device`), and lock as they do.
 */
export async function proveCode(
  deps: Deps,
  request: { accountId: number; code: string; device: string },
): Promise<ProvedCode> {
  const { accountId, code, device } = request;
  const now = deps.clock.now();
  const key = { email: failureName(accountId), device, secrets: deps.secrets };
  if (deps.config.limits) {
    const attempt = await transact(deps.db, (tx) => countFailure(tx, { ...key, now }));
    if (!attempt.ok) return { ok: false, reason: 'second-factor-locked', until: attempt.until };
  }
  const proved = await provedWith(deps, { accountId, code, now });
  if (proved === undefined) return { ok: false, reason: 'wrong-code' };
  if (deps.config.limits) await forgetFailures(deps.db, key);
  return { ok: true, with: proved };
}

/** What wrong codes of an account are counted by: no address has a space in it. */
export function failureName(accountId: number): string {
  return `second factor ${accountId}`;
}

async function provedWith(
  deps: Deps,
  { accountId, code, now }: { accountId: number; code: string; now: Temporal.Instant },
): Promise<'app' | 'recovery-code' | undefined> {
  const digits = code.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const right = await useAppCode(deps.db, { accountId, code: digits, secrets: deps.secrets, now });
    return right ? 'app' : undefined;
  }
  const recovery = typedRecoveryCode(code);
  if (recovery === undefined) return undefined;
  return (await useRecoveryCode(deps.db, { accountId, code: recovery })) ? 'recovery-code' : undefined;
}
