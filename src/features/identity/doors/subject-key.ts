import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { ProvedLogin } from './proved-login.ts';

/**
 * Keyed hash of whom a federation speaks of (32 bytes). By codice fiscale where there is one, so that SPID and CIE speak
 * of the same person, and as accounts keep it.
 */
export function subjectKey(secrets: Secrets, proved: Pick<ProvedLogin, 'scheme' | 'subject' | 'person'>): Buffer {
  const { codiceFiscale } = proved.person;
  return codiceFiscale === null
    ? secrets.hash('person', `${proved.scheme}:${proved.subject}`)
    : secrets.hash('codice-fiscale', codiceFiscale);
}

/** Two logins of one person in the same instant come one after the other: one account, not two. */
export async function lockPerson(tx: Tx, key: Buffer): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${key.readBigInt64BE().toString()}::bigint)`.execute(tx);
}
