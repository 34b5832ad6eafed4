import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import type { Outcome } from '#platform/transaction.ts';
import { accountOfSubject } from './find-account.query.ts';
import type { BoundIntent } from './intent.ts';
import { keepIdentity } from './keep-identity.ts';
import { openProvedAccount } from './open-proved-account.ts';
import { personAgrees } from './person-agrees.ts';
import type { ProvedLogin } from './proved-login.ts';
import { tellOfDoor } from './tell-of-door.ts';
import { lockPerson, subjectKey } from './subject-key.ts';

/** Passes on all that an account has to another of the same person, and closes it. Both are locked by it. */
export type JoinAccounts = (
  tx: Tx,
  request: { keptId: number; closedId: number; now: Temporal.Instant },
) => Promise<Outcome<object, JoinRefusal>>;

/**
 * `collide`: both have a live booking of one service for one person; `other-identity`: both have an identity of a scheme.
 */
export type JoinRefusal = 'has-roles' | 'other-identity' | 'collide' | 'gone';

/**
 * Why a door could not be linked: the account speaks of another person, has another identity of the scheme already, or
 * the accounts cannot become one. `ask-first`: it does not say whose it is, and nobody has asked for its password.
 */
export type DoorRefusal = 'other-person' | 'ask-first' | JoinRefusal;

/** `linked` and `joined` are told; `entered` goes on without a word. */
export type DoorOutcome = Outcome<{ accountId: number; done: 'entered' | 'linked' | 'joined' }, DoorRefusal>;

interface DoorRequest {
  readonly proved: ProvedLogin;
  readonly intent: BoundIntent;
  readonly language: Language;
  readonly joinAccounts: JoinAccounts | undefined;
}

/** Whose account somebody enters whom a federation has proved; it is opened, linked or joined where that was wanted. */
export async function enterByDoor(tx: Tx, deps: Deps, request: DoorRequest): Promise<DoorOutcome> {
  const { proved, intent, language, joinAccounts } = request;
  const key = subjectKey(deps.secrets, proved);
  const now = deps.clock.now();
  await lockPerson(tx, key);
  const owner = await accountOfSubject(tx, deps.secrets, { proved, key, demo: deps.config.demo });
  const keep = (accountId: number) => keepIdentity(tx, deps, { accountId, proved, key, now });
  const asking = await accountAsking(tx, intent, now);
  if (asking === undefined || asking === owner) {
    const accountId = owner ?? (await openProvedAccount(tx, deps, { proved, language, now }));
    const kept = await keep(accountId);
    return kept.ok ? { ok: true, accountId, done: 'entered' } : kept;
  }
  const agrees = await personAgrees(tx, { accountId: asking, person: proved.person, key });
  if (agrees === 'no') return { ok: false, reason: 'other-person' };
  // A step up asks for no password: a session left open must not be enough to open an account to somebody else for good.
  if (agrees === 'unknown' && intent.purpose !== 'link') return { ok: false, reason: 'ask-first' };
  if (owner !== undefined) {
    if (joinAccounts === undefined) return { ok: false, reason: 'has-roles' };
    const joined = await joinAccounts(tx, { keptId: asking, closedId: owner, now });
    if (!joined.ok) return joined;
  }
  const kept = await keep(asking);
  if (!kept.ok) return kept;
  await tellOfDoor(tx, {
    accountId: asking,
    change: owner === undefined ? 'linked' : 'joined',
    way: proved.scheme,
    now,
  });
  const done = intent.purpose === 'step-up' ? 'entered' : owner === undefined ? 'linked' : 'joined';
  return { ok: true, accountId: asking, done };
}

/** The account that wanted this door or this level, while the session it was asked in lasts: the proof of the other side. */
async function accountAsking(tx: Tx, intent: BoundIntent, now: Temporal.Instant): Promise<number | undefined> {
  if (intent.purpose === 'login' || intent.session === null) return undefined;
  const session = await tx
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select('session.account_id as accountId')
    .where('token_hash', '=', Buffer.from(intent.session, 'base64url'))
    .where('expires_at', '>', now)
    .where('account.closed_at', 'is', null)
    .executeTakeFirst();
  return session?.accountId === intent.accountId ? session?.accountId : undefined;
}
