import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Message } from '../login/messages.ts';
import type { Provider } from '../trust/provider.ts';
import '../tables.ts';

/** What was said in one login: the signed request, what the browser brought back, and what provider and we said since. */
export interface Conversation {
  readonly sent: string;
  readonly came: Readonly<Record<string, string | undefined>>;
  readonly exchanged: readonly Message[];
}

/** Registers of transactions are kept so long (technical rules of SPID and CIE over OpenID Connect, log management). */
export const keptMonths = 24;

/** Writes what was said, encrypted, with the statements by which the provider was trusted. */
export async function keepConversation(
  db: Db | Tx,
  secrets: Secrets,
  entry: { provider: Provider | undefined; issuer: string; outcome: string; said: Conversation; now: Temporal.Instant },
): Promise<void> {
  const { provider, issuer, outcome, said, now } = entry;
  const digest = provider === undefined ? null : await keepChain(db, provider.chain.statements, now);
  await db
    .insertInto('cie_login_log')
    .values({
      provider: issuer,
      chain_digest: digest,
      outcome,
      messages_cipher: secrets.encrypt(JSON.stringify(said)),
      at: now,
    })
    .execute();
}

async function keepChain(db: Db | Tx, statements: readonly string[], now: Temporal.Instant): Promise<Buffer> {
  const digest = createHash('sha256').update(statements.join('\n')).digest();
  await db
    .insertInto('cie_trust_chain')
    .values({ digest, statements: [...statements], used_at: now })
    .onConflict((conflict) => conflict.column('digest').doUpdateSet({ used_at: now }))
    .execute();
  return digest;
}

/** The register from one instant to another, as it is handed over when asked for by whom the law names. */
export async function* readConversations(
  db: Db,
  secrets: Secrets,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): AsyncGenerator<object> {
  const page = 100;
  for (let after = '0'; ; ) {
    const rows = await db
      .selectFrom('cie_login_log as l')
      .leftJoin('cie_trust_chain as c', 'c.digest', 'l.chain_digest')
      .select(['l.id', 'l.provider', 'l.outcome', 'l.at', 'l.messages_cipher as cipher', 'c.statements'])
      .where('l.id', '>', after)
      .where('l.at', '>=', from)
      .where('l.at', '<', to)
      .orderBy('l.id')
      .limit(page)
      .execute();
    for (const { id, provider, outcome, at, cipher, statements } of rows) {
      const said = z.looseObject({}).parse(JSON.parse(secrets.decrypt(cipher)));
      yield { id, at: at.toString(), provider, outcome, ...said, trustChain: statements };
    }
    if (rows.length < page) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Forgets what has been kept long enough. */
export async function forgetConversations(db: Db, now: Temporal.Instant): Promise<void> {
  const end = now.toZonedDateTimeISO('Europe/Rome').subtract({ months: keptMonths }).toInstant();
  await db.deleteFrom('cie_login_log').where('at', '<', end).execute();
  await db
    .deleteFrom('cie_trust_chain as c')
    .where('c.used_at', '<', end)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('cie_login_log as l').select('l.id').whereRef('l.chain_digest', '=', 'c.digest'))),
    )
    .execute();
}
