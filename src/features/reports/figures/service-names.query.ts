import { sql } from 'kysely';
import { listServices } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Scope } from './scope.query.ts';

/** The names of all services, by code. */
export async function serviceNames(db: Db): Promise<Map<string, LocalText>> {
  return new Map((await listServices(db)).map(({ code, name }) => [code, name]));
}

/** The services that something is known of, for the filter. */
export async function countedServices(db: Db, { placeIds }: Scope): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    SELECT s.code FROM service s
    WHERE EXISTS (SELECT FROM report_day d WHERE d.place_id = ANY (${placeIds}::int[]) AND d.service_code = s.code)
       OR EXISTS (SELECT FROM report_sample d WHERE d.place_id = ANY (${placeIds}::int[]) AND d.service_code = s.code)
    ORDER BY s.position, s.code`.execute(db);
  return rows.map(({ code }) => code);
}
