import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import type { Task } from '#platform/jobs.ts';
import { createCurrentProvider, type CurrentProvider } from '../login/current-provider.ts';
import { rememberMessages } from '../login/messages.ts';
import { oidcClient, openIdClient } from '../login/oidc-client.ts';
import { forgetConversations, keepConversation } from '../log/login-log.ts';
import '../tables.ts';

const payloadSchema = z.object({ id: z.string() });

/** Revokes an access token at its provider and forgets it; the queue tries again until the token has expired by itself. */
export const revokeToken: Task = async (deps, payload) => {
  const { id } = payloadSchema.parse(payload);
  const row = await deps.db
    .selectFrom('cie_token')
    .select(['token_cipher as cipher', 'expires_at as expiresAt', 'provider'])
    .where('id', '=', id)
    .executeTakeFirst();
  const now = deps.clock.now();
  const { cieOidc } = deps.config;
  // Another provider's, from before the settings were changed: nobody is left to be asked.
  const ours = row !== undefined && cieOidc?.provider === row.provider;
  if (ours && Temporal.Instant.compare(row.expiresAt, now) > 0) {
    const parties = await providerOf(deps).parties();
    const messages = rememberMessages();
    const client = await oidcClient(parties, { plainHttp: cieOidc.plainHttp, messages, now });
    await openIdClient().tokenRevocation(client, deps.secrets.decrypt(row.cipher), { token_type_hint: 'access_token' });
    const said = { sent: '', came: {}, exchanged: messages.kept };
    const log = { provider: parties.provider, issuer: row.provider, outcome: 'revoked', said, now };
    await keepConversation(deps.db, deps.secrets, log);
  }
  await deps.db.deleteFrom('cie_token').where('id', '=', id).execute();
};

/** Forgets logins that nobody came back from, tokens that are of no use any more, and logins of two years ago. */
export const forgetCieLogins: Task = async ({ db, clock }) => {
  const now = clock.now();
  await db.deleteFrom('cie_request').where('expires_at', '<=', now).execute();
  await db.deleteFrom('cie_token').where('expires_at', '<=', now).execute();
  await forgetConversations(db, now);
};

const known = new WeakMap<Deps, CurrentProvider>();

function providerOf(deps: Deps): CurrentProvider {
  const made = known.get(deps) ?? createCurrentProvider(deps);
  known.set(deps, made);
  return made;
}
