import { sql } from 'kysely';
import { earliestSlots } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** A waiting list as somebody sees it who thinks of joining. */
export interface ListFacts {
  readonly isOn: boolean;
  /** the office takes more people */
  readonly isOpen: boolean;
  readonly text: LocalText | null;
  readonly offerHours: number;
  /** how many wait now */
  readonly waiting: number;
  /** there is a seat that anybody can book */
  readonly firstFree: boolean;
}

export async function listFacts(
  db: Db,
  { offeringId, now }: { offeringId: number; now: Temporal.Instant },
): Promise<ListFacts> {
  const { rows } = await sql<Omit<ListFacts, 'firstFree'>>`
    SELECT o.waiting_list AND o.active AND NOT o.invite_only AS "isOn", coalesce(w.open, true) AS "isOpen", w.text,
           coalesce(w.offer_hours, 48) AS "offerHours",
           (SELECT count(*)::int FROM waiting_place p JOIN waiting_entry e ON e.id = p.entry_id AND e.state = 'waiting'
            WHERE p.offering_id = o.id) AS waiting
    FROM offering o LEFT JOIN waiting_list w ON w.offering_id = o.id WHERE o.id = ${offeringId}`.execute(db);
  const [row] = rows;
  if (row === undefined)
    return { isOn: false, isOpen: false, text: null, offerHours: 48, waiting: 0, firstFree: false };
  const [first] = row.isOn ? await earliestSlots(db, { offeringId, party: 1, now, limit: 1 }) : [];
  return { ...row, firstFree: first !== undefined };
}
