import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** One office asks for a code by e-mail before it takes a booking. */
export async function askForCodes(tx: Tx): Promise<void> {
  await sql`
    UPDATE offering o SET one_time_code = true FROM office f
    WHERE f.id = o.office_id AND f.code = 'cons-new-york-city' AND o.service_code = 'aire-registration'`.execute(tx);
}
