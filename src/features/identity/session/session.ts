import { randomBytes } from 'node:crypto';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';
import type { LoginLevel, LoginScheme } from '../viewer.ts';

/** How long a login lasts; using it does not prolong it. */
export const sessionLength = Temporal.Duration.from({ hours: 12 });

const tokenShape = /^[\w-]{43}$/;

/** Only a keyed hash of a token is stored: who reads the database cannot log in with it. */
export function hashToken(secrets: Secrets, token: string): Buffer {
  return secrets.hash('session', token);
}

/** 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function looksLikeToken(text: string): boolean {
  return tokenShape.test(text);
}

/** Opens a session, of a password unless told otherwise; the token is told once and not kept. */
export async function createSession(
  db: Db | Tx,
  request: { accountId: number; now: Temporal.Instant; secrets: Secrets; scheme?: LoginScheme; level?: LoginLevel },
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const { accountId, now, secrets, scheme = 'local', level = 1 } = request;
  const token = newToken();
  const expiresAt = now.add(sessionLength);
  await db
    .insertInto('session')
    .values({
      token_hash: hashToken(secrets, token),
      account_id: accountId,
      created_at: now,
      expires_at: expiresAt,
      scheme,
      level,
    })
    .execute();
  return { token, expiresAt };
}

/** Ends a session; nothing happens when there is none. */
export async function deleteSession(db: Db | Tx, request: { token: string; secrets: Secrets }): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashToken(request.secrets, request.token)).execute();
}

/** Ends all sessions of an account but one; the password was changed. */
export async function deleteSessionsOf(
  db: Db | Tx,
  request: { accountId: number; except?: string; secrets: Secrets },
): Promise<void> {
  const { accountId, except, secrets } = request;
  let query = db.deleteFrom('session').where('account_id', '=', accountId);
  if (except !== undefined) query = query.where('token_hash', '!=', hashToken(secrets, except));
  await query.execute();
}
