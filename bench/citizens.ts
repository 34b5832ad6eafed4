import { loadMasterSecret } from '#platform/key-ring.ts';
import { createSecrets } from '#platform/secrets.ts';
import type { Stage } from './stage.ts';

/** A citizen of the demo as the booking form asks for them. */
export interface Citizen {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly codiceFiscale: string;
}

/** `citizen-<first + 1>` and those after, in the order of the stage's tokens. */
export async function citizensOf(stage: Stage, first: number, many: number): Promise<Citizen[]> {
  const secrets = createSecrets(loadMasterSecret({ secret: undefined, dataFolder: stage.dataFolder }));
  const { rows } = await stage.sql.query<Omit<Citizen, 'codiceFiscale'> & { cipher: Buffer }>(
    `SELECT a.given_name AS "givenName", a.family_name AS "familyName", a.birth_date::text AS "birthDate",
            a.codice_fiscale_cipher AS cipher
     FROM generate_series($1::int, $2::int) n JOIN account a ON lower(a.email) = 'citizen-' || n || '@demo.example' ORDER BY n`,
    [first + 1, first + many],
  );
  return rows.map(({ cipher, ...names }) => ({ ...names, codiceFiscale: secrets.decrypt(cipher) }));
}
