import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { enqueue } from '#platform/outbox.ts';
import '../tables.ts';

/** Keeps an access token until the logout of the browser that it came with. */
export async function keepToken(
  db: Db | Tx,
  { secrets }: Pick<Deps, 'secrets'>,
  token: { browser: Buffer; provider: string; accessToken: string; expiresAt: Temporal.Instant },
): Promise<void> {
  const { browser, provider, accessToken, expiresAt } = token;
  await db
    .insertInto('cie_token')
    .values({
      browser_key: browser,
      provider,
      token_cipher: secrets.encrypt(accessToken),
      expires_at: expiresAt,
    })
    .execute();
}

/** Asks the worker to revoke what a browser's logins have left; a provider that is away must not keep anybody logged in. */
export async function revokeTokensOf(
  tx: Tx,
  { browser, now }: { browser: Buffer; now: Temporal.Instant },
): Promise<void> {
  const tokens = await tx
    .selectFrom('cie_token')
    .select('id')
    .where('browser_key', '=', browser)
    .where('expires_at', '>', now)
    .execute();
  for (const { id } of tokens) await enqueue(tx, { task: 'revoke-cie-token', payload: { id }, at: now });
}
