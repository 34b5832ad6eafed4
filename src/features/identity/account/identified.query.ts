import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { IdentifiedHow } from '../identification.rules.ts';
import '../tables.ts';

/** That somebody has shown who they are: how and when, and which operator saw it. */
export interface Identification {
  readonly how: IdentifiedHow;
  readonly identifiedAt: Temporal.Instant;
  /** null for an identity provider */
  readonly officeId: number | null;
  readonly operator: string | null;
}

/** Whether somebody has shown who they are, in any way that still counts. */
export async function isIdentified(db: Db | Tx, accountId: number): Promise<boolean> {
  return (await identificationOf(db, accountId)) !== undefined;
}

export async function identificationOf(db: Db | Tx, accountId: number): Promise<Identification | undefined> {
  return db
    .selectFrom('identification as i')
    .leftJoin('account as o', 'o.id', 'i.identified_by')
    .select(['i.how', 'i.identified_at as identifiedAt', 'i.office_id as officeId'])
    .select(sql<string | null>`o.given_name || ' ' || o.family_name`.as('operator'))
    .where('i.account_id', '=', accountId)
    .where('i.undone_at', 'is', null)
    .executeTakeFirst();
}
