import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

export interface OtherOffice {
  readonly offeringId: number;
  readonly code: string;
  readonly name: LocalText;
}

const most = 30;

/**
 * The other offices whose list somebody may stand in too: those of the same family, and consular ones of the same
 * country or municipal ones of the same municipality, where they keep a list for this service.
 */
export async function otherOffices(db: Db | Tx, offeringId: number): Promise<OtherOffice[]> {
  const { rows } = await sql<OtherOffice>`
    SELECT o.id AS "offeringId", f.code, f.name
    FROM offering mine JOIN office here ON here.id = mine.office_id
    JOIN offering o ON o.service_code = mine.service_code AND o.id <> mine.id AND o.active AND o.waiting_list AND NOT o.invite_only
    JOIN office f ON f.id = o.office_id AND f.kind = here.kind
    LEFT JOIN waiting_list w ON w.offering_id = o.id
    WHERE mine.id = ${offeringId} AND coalesce(w.open, true)
      AND (coalesce(f.parent_id, f.id) = coalesce(here.parent_id, here.id)
           OR (here.kind = 'consular' AND f.country = here.country)
           OR (here.kind = 'municipal' AND f.municipality_code = here.municipality_code))
    ORDER BY f.name ->> 'it', f.code LIMIT ${most}`.execute(db);
  return rows;
}
