import { expect, it } from 'vitest';
import { sql } from 'kysely';
import { createSecrets } from '#platform/secrets.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { requireSameSecret } from './same-secret.ts';

const deps = useDeps();

it('a machine with another secret than the others is refused, before it writes what they cannot read', async () => {
  const { db, secrets } = deps.current;
  const other = { db, secrets: createSecrets('the secret of a machine that made one of its own') };
  await expect(requireSameSecret(other)).resolves.toBeUndefined();
  const id = await buildAccount(db, 'ada@prova.example');
  await sql`
    UPDATE account SET codice_fiscale_cipher = ${secrets.encrypt('PRVDAA80E45H501X')}, codice_fiscale_key = ${Buffer.alloc(32, 1)}
    WHERE id = ${id}`.execute(db);
  await expect(requireSameSecret({ db, secrets })).resolves.toBeUndefined();
  await expect(requireSameSecret(other)).rejects.toThrow('TURNO_SECRET is not the secret');
});
