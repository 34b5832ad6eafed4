import type pg from 'pg';
import { microBatch } from '#platform/micro-batch.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { ProvedAbroad } from '../doors/proved-abroad.ts';

/** Who the owner of an account says to be. */
export interface OwnPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly birthPlace: string | null;
  readonly codiceFiscale: string | null;
  /** `personKey` of the same; null where too little is known */
  readonly key: Buffer | null;
  /** as `provedAbroad` */
  readonly abroad: ProvedAbroad | null;
}

interface Row extends Omit<OwnPerson, 'codiceFiscale' | 'abroad'> {
  readonly id: number;
  readonly cipher: Buffer | null;
  readonly fromAbroad: boolean;
}

/** The owners of accounts, for many who ask at the same moment: one question for all of them. */
export function ownPeople({
  pool,
  secrets,
}: {
  pool: pg.Pool;
  secrets: Secrets;
}): (accountId: number) => Promise<OwnPerson | null> {
  return microBatch<number, OwnPerson | null>({
    run: async (ids) => {
      const { rows } = await pool.query<Row>({ ...statement, values: [ids] });
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => {
        const row = found.get(id);
        return row ? personOf(row, secrets) : null;
      });
    },
    lanes: 1,
    most: 500,
    queue: 50_000,
  }).submit;
}

const statement = {
  name: 'own-people',
  text: `SELECT id, given_name AS "givenName", family_name AS "familyName", birth_date AS "birthDate", birth_place AS "birthPlace",
                codice_fiscale_cipher AS cipher, person_key AS key,
                codice_fiscale_key IS NULL
                  AND EXISTS (SELECT FROM account_identity i WHERE i.account_id = account.id AND i.scheme = 'eidas') AS "fromAbroad"
         FROM account WHERE id = ANY($1::int[])`,
};

function personOf({ id: _id, cipher, fromAbroad, ...row }: Row, secrets: Secrets): OwnPerson {
  const { givenName, familyName, birthDate } = row;
  const abroad = fromAbroad && birthDate !== null ? { givenName, familyName, birthDate } : null;
  return { ...row, codiceFiscale: cipher && secrets.decrypt(cipher), abroad };
}
