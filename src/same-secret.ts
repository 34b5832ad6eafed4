import { sql } from 'kysely';
import { ConfigError } from '#platform/config.ts';
import type { Deps } from '#platform/deps.ts';

/**
 * Refuses to work with another secret than the one this database was filled with: a second machine without TURNO_SECRET
 * would make one of its own, and neither could read what the other writes.
 *
 * @throws ConfigError
 */
export async function requireSameSecret({ db, secrets }: Pick<Deps, 'db' | 'secrets'>): Promise<void> {
  const query = sql<{ cipher: Buffer }>`
    SELECT codice_fiscale_cipher AS cipher FROM account WHERE codice_fiscale_cipher IS NOT NULL ORDER BY id LIMIT 3`;
  // A database that is away, or still empty, says nothing about the secret.
  const rows = await query.execute(db).then(
    (result) => result.rows,
    () => [],
  );
  if (rows.length === 0 || rows.some(({ cipher }) => opens(secrets, cipher))) return;
  throw new ConfigError(
    'TURNO_SECRET is not the secret that this database was filled with. Set the same on every machine; without it, each has one of its own in TURNO_DATA (secret.key).',
  );
}

function opens(secrets: Deps['secrets'], cipher: Buffer): boolean {
  try {
    secrets.decrypt(cipher);
    return true;
  } catch {
    return false;
  }
}
