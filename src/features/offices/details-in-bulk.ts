import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { type Office, officeColumns } from './office.query.ts';
import type { DetailsChange, OfficeDetails } from './office-details.ts';

/** An office as lists of contacts show and change it. */
export interface OfficeContacts extends OfficeDetails, Pick<Office, 'id' | 'code' | 'kind' | 'name' | 'city'> {}

/** Offices with these codes; all of them without codes. `lock`: nobody else changes them until the transaction ends. */
export async function officeContacts(
  db: Db | Tx,
  { codes, lock = false }: { codes?: readonly string[]; lock?: boolean },
): Promise<OfficeContacts[]> {
  let query = db
    .selectFrom('office')
    .select(['id', 'code', 'kind', 'name', 'city', 'address', 'email', 'phone', 'website', 'lat', 'lon', 'languages'])
    .select(['directions', 'accessibility', 'notice', 'hours'])
    .orderBy('id');
  if (codes !== undefined) query = query.where('code', '=', sql<string>`ANY(${[...codes]}::text[])`);
  return (lock ? query.forUpdate() : query).execute();
}

const plain = ['address', 'email', 'phone', 'website'] as const;
const texts = ['directions', 'accessibility', 'notice', 'hours'] as const;

/** Writes changes to many offices in one statement; a detail that a change does not name stays. */
export async function saveManyDetails(
  tx: Tx,
  request: {
    changes: readonly { officeId: number; change: Pick<DetailsChange, (typeof plain | typeof texts)[number]> }[];
    accountId: number;
    now: Temporal.Instant;
  },
): Promise<void> {
  const rows = request.changes.map(({ officeId, change }) => ({ id: officeId, change }));
  const set = sql.join([
    ...plain.map(
      (name) =>
        sql`${sql.ref(name)} = CASE WHEN r.change ? ${name} THEN r.change ->> ${name} ELSE ${sql.ref(`office.${name}`)} END`,
    ),
    ...texts.map(
      (name) =>
        sql`${sql.ref(name)} = CASE WHEN r.change ? ${name} THEN nullif(r.change -> ${name}, 'null') ELSE ${sql.ref(`office.${name}`)} END`,
    ),
  ]);
  await sql`
    UPDATE office SET ${set}, details_changed_at = ${request.now}, details_changed_by = ${request.accountId},
                      updated_at = ${request.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id int, change jsonb)
    WHERE office.id = r.id`.execute(tx);
}

/** Offices that take bookings and have not said how to reach them, by code. */
export async function bookableWithoutContacts(db: Db | Tx, limit: number): Promise<Office[]> {
  return db
    .selectFrom('office')
    .innerJoin('country', 'country.code', 'office.country')
    .select(officeColumns)
    .where((on) => on.or([on('address', 'is', null), on('email', 'is', null), on('phone', 'is', null)]))
    .where('office.id', 'in', (from) => from.selectFrom('bookable_offering').select('office_id'))
    .orderBy('office.code')
    .limit(limit)
    .execute();
}
