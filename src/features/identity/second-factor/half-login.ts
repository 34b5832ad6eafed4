import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import { looksLikeToken, newToken } from '../session/session.ts';
import '../tables.ts';

const cookieName = 'turno_half_login';
const goodFor = Temporal.Duration.from({ minutes: 10 });

/** Somebody whose password was right, and whose second factor is still to come. */
export interface HalfLogin {
  readonly accountId: number;
  readonly shared: boolean;
}

/** Remembers that the password was right. It opens nothing by itself. */
export async function beginHalfLogin(
  deps: Deps,
  reply: FastifyReply,
  { accountId, shared }: { accountId: number; shared: boolean },
): Promise<void> {
  const token = newToken();
  await deps.db
    .insertInto('half_login')
    .values({
      token_hash: hashOf(deps, token),
      account_id: accountId,
      shared,
      expires_at: deps.clock.now().add(goodFor),
    })
    .execute();
  void reply.setCookie(cookieName, token, { ...siteCookie(deps), maxAge: goodFor.total('seconds') });
}

/** Who is half logged in at this browser; undefined when nobody is, or no longer. */
export async function halfLoginOf(deps: Deps, request: FastifyRequest): Promise<HalfLogin | undefined> {
  const token = request.cookies[cookieName];
  if (token === undefined || !looksLikeToken(token)) return undefined;
  return deps.db
    .selectFrom('half_login')
    .innerJoin('account', 'account.id', 'half_login.account_id')
    .select(['half_login.account_id as accountId', 'shared'])
    .where('token_hash', '=', hashOf(deps, token))
    .where('expires_at', '>', deps.clock.now())
    .where('closed_at', 'is', null)
    .$if(!deps.config.demo, (query) => query.where('account.demo', '=', false))
    .executeTakeFirst();
}

/** Ends it: the login is whole, or given up. */
export async function endHalfLogin(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = request.cookies[cookieName];
  if (token === undefined) return;
  await deps.db.deleteFrom('half_login').where('token_hash', '=', hashOf(deps, token)).execute();
  void reply.clearCookie(cookieName, { path: '/' });
}

/** After a new password: whoever knew the old one begins again. */
export async function endHalfLoginsOf(db: Db | Tx, accountId: number): Promise<void> {
  await db.deleteFrom('half_login').where('account_id', '=', accountId).execute();
}

function hashOf(deps: Deps, token: string): Buffer {
  return deps.secrets.hash('session', `half ${token}`);
}
