import { sql } from 'kysely';
import type { Cell } from '../files/write-file.ts';
import { pieces, type Sheet, type Source } from './sheets.ts';

/** Who works for the offices, a row for each role; without passwords. */
export function operatorsSheet(source: Source): Sheet {
  return {
    kind: 'operators',
    columns: [
      'user_name',
      'email',
      'given_name',
      'family_name',
      'language',
      'office',
      'role',
      'with_sites',
      'organisation',
    ],
    async *rows() {
      const query = (after: string | number, most: number) => sql<{ id: number; roles: Cell[][] }>`
        SELECT a.id, jsonb_agg(jsonb_build_array(a.user_name, a.email, a.given_name, a.family_name, a.language, o.code, r.role,
                                                 r.with_sites, r.organisation) ORDER BY o.code COLLATE "C" NULLS FIRST, r.role COLLATE "C") AS roles
        FROM account a JOIN account_role r ON r.account_id = a.id LEFT JOIN office o ON o.id = r.office_id
        WHERE a.id > ${after} AND a.closed_at IS NULL AND (r.office_id IS NULL OR r.office_id = ANY (${source.officeIds}::int[]))
        GROUP BY a.id ORDER BY a.id LIMIT ${most}`;
      for await (const rows of pieces(source.tx, query)) yield rows.flatMap(({ roles }) => roles);
    },
  };
}
