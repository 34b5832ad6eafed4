import { sql } from 'kysely';
import {
  localOfferingColumns,
  localOfficeColumns,
  movableOfferingColumns,
  movableOfficeColumns,
} from '#features/offices/index.ts';
import { inOffices, pieces, type Sheet, type Source, tableSheet } from './sheets.ts';

type Row = Readonly<Record<string, unknown>>;

export async function officesSheet(source: Source): Promise<Sheet> {
  const { names, cells } = tableSheet(await movableOfficeColumns(source.tx), localOfficeColumns);
  return {
    kind: 'offices',
    columns: ['code', 'parent', 'site_kind', ...names],
    async *rows() {
      const query = (after: string | number, most: number) => sql<{
        id: number;
        code: string;
        parent: string | null;
        kind: string | null;
        row: Row;
      }>`
        SELECT o.id, o.code, p.code AS parent, o.site_kind AS kind, to_jsonb(o) AS row
        FROM office o LEFT JOIN office p ON p.id = o.parent_id
        WHERE o.id > ${after} AND ${inOffices(sql`o.id`, source)} ORDER BY o.id LIMIT ${most}`;
      for await (const rows of pieces(source.tx, query)) {
        yield rows.map(({ code, parent, kind, row }) => [code, parent, kind, ...cells(row)]);
      }
    },
  };
}

export async function servicesSheet(source: Source): Promise<Sheet> {
  const { names, cells } = tableSheet(await movableOfferingColumns(source.tx), localOfferingColumns);
  return {
    kind: 'services',
    columns: ['office', 'service', ...names],
    async *rows() {
      const query = (after: string | number, most: number) => sql<{
        id: number;
        office: string;
        service: string;
        row: Row;
      }>`
        SELECT f.id, o.code AS office, f.service_code AS service, to_jsonb(f) AS row
        FROM offering f JOIN office o ON o.id = f.office_id
        WHERE f.id > ${after} AND ${inOffices(sql`f.office_id`, source)} ORDER BY f.id LIMIT ${most}`;
      for await (const rows of pieces(source.tx, query)) {
        yield rows.map(({ office, service, row }) => [office, service, ...cells(row)]);
      }
    },
  };
}
