import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { MetadataKeys } from '../saml/metadata.ts';
import type { SamlProfile } from '../saml/profile.ts';
import '../tables.ts';
import type { KeyPair } from './make-keys.ts';

type Kept = Pick<SamlProfile, 'name'>;

/** The keys in use and the certificate that will follow; undefined while there are none. */
export async function keptKeys(db: Db, secrets: Secrets, { name }: Kept): Promise<MetadataKeys | undefined> {
  const rows = await db
    .selectFrom('federation_key')
    .select(['state', 'private_key_cipher', 'certificate'])
    .where('profile', '=', name)
    .where('state', 'in', ['in-use', 'next'])
    .execute();
  const inUse = rows.find(({ state }) => state === 'in-use');
  if (inUse === undefined) return undefined;
  return {
    privateKey: secrets.decrypt(inUse.private_key_cipher),
    certificate: inUse.certificate,
    next: rows.find(({ state }) => state === 'next')?.certificate,
  };
}

/** Keeps new keys: in use where there are none yet, else as those that will follow. */
export async function keepKeys(
  tx: Tx,
  secrets: Secrets,
  { name, keys, now }: Kept & { keys: KeyPair; now: Temporal.Instant },
): Promise<Outcome<{ state: 'in-use' | 'next' }, 'next-exists'>> {
  for (const state of ['in-use', 'next'] as const) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('federation_key')
      .values({
        profile: name,
        state,
        private_key_cipher: secrets.encrypt(keys.privateKey),
        certificate: keys.certificate,
        made_at: now,
        expires_at: keys.expiresAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return { ok: true, state };
  }
  return { ok: false, reason: 'next-exists' };
}

/** The keys that were published beside the old ones take their place; the federation must know of them by then. */
export async function useNextKeys(tx: Tx, { name }: Kept): Promise<Outcome<object, 'no-next'>> {
  const next = await tx
    .selectFrom('federation_key')
    .select('id')
    .where('profile', '=', name)
    .where('state', '=', 'next')
    .forUpdate()
    .executeTakeFirst();
  if (next === undefined) return { ok: false, reason: 'no-next' };
  await tx
    .updateTable('federation_key')
    .set({ state: 'retired' })
    .where('profile', '=', name)
    .where('state', '=', 'in-use')
    .execute();
  await tx.updateTable('federation_key').set({ state: 'in-use' }).where('id', '=', next.id).execute();
  return { ok: true };
}
