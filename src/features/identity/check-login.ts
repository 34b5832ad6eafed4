import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { emailOfUserName } from './bulk/bring-operator.ts';
import { issueProof } from './issue-proof.ts';
import { countFailure, forgetFailures } from './login-failures.ts';
import { aliasOf } from './merge/alias.query.ts';
import { passwordFits } from './password/password.ts';
import { normalizeEmail, wrongPasswordDelay } from './rules.ts';
import { notBefore, steadyTime } from '#platform/http/steady-time.ts';

/** A browser that has logged in to an account before. */
export interface KnownDevice {
  readonly accountId: number;
  readonly mark: string;
  /** the browser's own, whoever logs in; undefined in cookies from before it was there */
  readonly browser?: string | undefined;
}

export type LoginAnswer =
  | { ok: true; accountId: number; emailVerified: boolean; mustChangePassword: boolean }
  | { ok: false; reason: 'wrong-credentials'; failures: number; delay: number; lockedUntil: Temporal.Instant | null }
  | { ok: false; reason: 'account-locked'; until: Temporal.Instant };

/**
 * Whether e-mail and password belong together; wrong ones are counted and lock for a while (`rules.ts`). The caller keeps
 * a refusal back for `delay` milliseconds.
 */
export async function checkLogin(
  deps: Deps,
  request: { email: string; password: string; device: KnownDevice | undefined },
): Promise<LoginAnswer> {
  // A wrong password counts alike, whichever of the two was typed.
  const email = normalizeEmail((await emailOfUserName(deps.db, request.email)) ?? request.email);
  const account = await accountOf(deps, email);
  const isKnown = account !== undefined && request.device?.accountId === account.id;
  const key = { email, device: isKnown ? (request.device?.mark ?? '') : '', secrets: deps.secrets };
  const attempt = deps.config.limits ? await count(deps, key) : uncounted;
  if (!attempt.ok) return { ok: false, reason: 'account-locked', until: attempt.until };
  const fits = await passwordFits(account?.password_hash ?? null, request.password);
  if (!fits || account === undefined) {
    const { failures, lockedUntil } = attempt;
    if (lockedUntil !== null) await notBefore(steadyTime, tellOwner(deps, account));
    // A lock makes guessing slow enough by itself.
    return {
      ok: false,
      reason: 'wrong-credentials',
      failures,
      delay: lockedUntil ? 0 : wrongPasswordDelay(failures),
      lockedUntil,
    };
  }
  if (deps.config.limits) await forgetFailures(deps.db, key);
  return {
    ok: true,
    accountId: account.id,
    emailVerified: account.email_verified_at !== null,
    mustChangePassword: account.must_change_password,
  };
}

/** The account of an address, or the one that it was merged into. */
async function accountOf(deps: Deps, email: string) {
  const accounts = deps.db
    .selectFrom('account')
    .select(['id', 'password_hash', 'email_verified_at', 'must_change_password'])
    // The passwords of the demo are published: outside it, its people are strangers.
    .$if(!deps.config.demo, (query) => query.where('demo', '=', false));
  const own = await accounts.where(sql`lower(email)`, '=', email).executeTakeFirst();
  const merged = own === undefined ? await aliasOf(deps.db, email) : undefined;
  return own ?? (merged === undefined ? undefined : accounts.where('id', '=', merged).executeTakeFirst());
}

/** The owner hears of the lock once, with the link that lifts it. Nobody else can tell from the time whether there is one. */
async function tellOwner(deps: Deps, account: { id: number; email_verified_at: Temporal.Instant | null } | undefined) {
  if (account === undefined || account.email_verified_at === null) return;
  const now = deps.clock.now();
  const proof = { accountId: account.id, purpose: 'reset-password', letter: 'account-locked', now } as const;
  // Refused when a link for a new password is on its way already.
  await transact(deps.db, (tx) => issueProof(tx, proof));
}

const uncounted = { ok: true as const, failures: 0, lockedUntil: null };

async function count(deps: Deps, key: Parameters<typeof forgetFailures>[1]) {
  // A refusal changes nothing, so nothing is lost when it is not kept.
  return transact(deps.db, (tx) => countFailure(tx, { ...key, now: deps.clock.now() }));
}
