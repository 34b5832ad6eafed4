import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** What the data say of an office. Address and contacts are missing on purpose: only the office can give them. */
export interface ImportedOffice {
  code: string;
  kind: 'consular' | 'municipal';
  name: LocalText;
  city: LocalText;
  country: string;
  municipality_code: string | null;
  province_code: string | null;
  mae_code: string | null;
  time_zone: string;
  lat: number;
  lon: number;
  languages: string[];
  jurisdiction: LocalText | null;
  remark: LocalText | null;
  search: string;
  /** where it is: province, region, country; words that are not its name */
  search_more: string;
}

const editable = ['name', 'city', 'time_zone', 'lat', 'lon', 'languages', 'jurisdiction'] as const;

/** Makes the offices that are missing and renews what nobody has edited in the others. */
export async function upsertOffices(
  tx: Tx,
  request: { offices: readonly ImportedOffice[]; now: Temporal.Instant },
): Promise<void> {
  const renewed = sql.join(editable.map((column) => sql`${sql.ref(column)} = ${unlessEdited(column)}`));
  await sql`
    INSERT INTO office (code, kind, name, city, country, municipality_code, province_code, mae_code, time_zone, lat, lon,
                        languages, jurisdiction, remark, search, search_more, reference, updated_at)
    SELECT row ->> 'code', row ->> 'kind', row -> 'name', row -> 'city', row ->> 'country', row ->> 'municipality_code',
      row ->> 'province_code', row ->> 'mae_code', row ->> 'time_zone', (row ->> 'lat')::float8, (row ->> 'lon')::float8,
      ARRAY(SELECT jsonb_array_elements_text(row -> 'languages')), nullif(row -> 'jurisdiction', 'null'),
      nullif(row -> 'remark', 'null'), row ->> 'search', row ->> 'search_more',
      jsonb_build_object('name', row -> 'name', 'city', row -> 'city', 'time_zone', row -> 'time_zone', 'lat', row -> 'lat',
                         'lon', row -> 'lon', 'languages', row -> 'languages', 'jurisdiction', row -> 'jurisdiction'),
      ${request.now.toString()}::timestamptz
    FROM jsonb_array_elements(${JSON.stringify(request.offices)}::jsonb) AS row
    ON CONFLICT (code) DO UPDATE SET
      country = excluded.country, municipality_code = excluded.municipality_code, province_code = excluded.province_code,
      mae_code = excluded.mae_code, remark = excluded.remark, search = excluded.search,
      search_more = excluded.search_more, reference = excluded.reference,
      updated_at = excluded.updated_at, ${renewed}
    WHERE office.reference IS DISTINCT FROM excluded.reference OR office.remark IS DISTINCT FROM excluded.remark
      OR office.search <> excluded.search
      OR office.search_more <> excluded.search_more OR office.mae_code IS DISTINCT FROM excluded.mae_code`.execute(tx);
}

function unlessEdited(column: (typeof editable)[number]) {
  return sql`CASE WHEN coalesce(to_jsonb(office.${sql.ref(column)}), 'null') = office.reference -> ${sql.lit(column)}
                  THEN excluded.${sql.ref(column)} ELSE office.${sql.ref(column)} END`;
}
