import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { insertRecords, type TableRecord, updateRecords } from '#platform/records.ts';
import { tableColumns, type TableColumn } from '#platform/table-columns.ts';

const place = new Set(['office_id', 'service_code']);

/** Texts by language. */
export const localOfferingColumns = ['audience', 'fee_notice'];

/** The rules of a service at an office, as they are carried from one installation to another. */
export async function movableOfferingColumns(db: Db | Tx): Promise<TableColumn[]> {
  const columns = await tableColumns(db, 'offering');
  return columns.filter(({ name, references }) => !place.has(name) && references === null);
}

export interface OfferingRow {
  readonly id: number;
  readonly officeId: number;
  readonly serviceCode: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** All offerings of some offices. */
export async function offeringRows(db: Db | Tx, officeIds: readonly number[]): Promise<OfferingRow[]> {
  const { rows } = await sql<OfferingRow>`
    SELECT id, office_id AS "officeId", service_code AS "serviceCode", to_jsonb(offering) AS row
    FROM offering WHERE office_id = ANY (${officeIds}::int[]) ORDER BY id`.execute(db);
  return rows;
}

export async function createOfferings(
  tx: Tx,
  request: {
    columns: readonly TableColumn[];
    offerings: readonly { officeId: number; serviceCode: string; record: TableRecord }[];
  },
): Promise<void> {
  const all = await tableColumns(tx, 'offering');
  const columns = [...request.columns, ...all.filter(({ name }) => place.has(name))];
  const records = request.offerings.map(({ officeId, serviceCode, record }) => {
    return { ...record, office_id: officeId, service_code: serviceCode };
  });
  await insertRecords(tx, { table: 'offering', columns, records, returning: sql`id` });
}

export async function changeOfferings(
  tx: Tx,
  request: { columns: readonly TableColumn[]; offerings: readonly { id: number; record: TableRecord }[] },
): Promise<void> {
  const records = request.offerings.map(({ id, record }) => ({ ...record, id }));
  await updateRecords(tx, { table: 'offering', columns: request.columns, records });
}
