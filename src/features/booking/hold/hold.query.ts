import { sql } from 'kysely';
import { openPeople, type TicketPerson } from '#features/waiting-room/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type HoldOwner, ownerKeys } from './hold-owner.ts';

export interface HeldSeat {
  readonly id: string;
  readonly state: 'live' | 'booked' | 'released';
  readonly slotId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly day: Temporal.PlainDate;
  readonly party: number;
  readonly firstExpiresAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly extended: boolean;
  readonly anonymous: boolean;
  readonly rescheduleOf: string | null;
  readonly offeringId: number;
  readonly serviceCode: string;
  readonly officeId: number;
  readonly officeCode: string;
  readonly officeName: LocalText;
  readonly timeZone: string;
  /** What its seats count as; null where the planner has no quotas. */
  readonly quotaGroup: string | null;
  /** What was typed so far, as saved. */
  readonly draft: unknown;
  /** Who waited in a room for this seat, and alone can be served; null where nobody had to. */
  readonly ticketPeople: readonly TicketPerson[] | null;
  /** The booking it became. */
  readonly bookingCode: string | null;
}

/** A hold of this owner, in any state; undefined for everybody else's. */
export async function findHold(
  db: Db | Tx,
  secrets: Secrets,
  filter: { holdId: string; owner: HoldOwner },
): Promise<HeldSeat | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(filter.holdId)) return undefined;
  const { rows } = await sql<
    Omit<HeldSeat, 'draft' | 'ticketPeople'> & { draft: Buffer | null; ticketPeople: Buffer | null }
  >`
    SELECT h.id, h.state, h.slot_id AS "slotId", h.starts_at AS "startsAt", h.ends_at AS "endsAt", h.day, h.party,
           h.first_expires_at AS "firstExpiresAt", h.expires_at AS "expiresAt", h.extended,
           h.account_id IS NULL AS anonymous, h.reschedule_of AS "rescheduleOf", h.offering_id AS "offeringId",
           o.service_code AS "serviceCode", f.id AS "officeId", f.code AS "officeCode", f.name AS "officeName",
           f.time_zone AS "timeZone", h.quota_group AS "quotaGroup", h.draft, b.code AS "bookingCode",
           k.people_cipher AS "ticketPeople"
    FROM hold h
    JOIN offering o ON o.id = h.offering_id
    JOIN office f ON f.id = o.office_id
    LEFT JOIN booking b ON b.hold_id = h.id
    LEFT JOIN hold_ticket ht ON ht.hold_id = h.id
    LEFT JOIN ticket k ON k.room_id = ht.room_id AND k.number = ht.number
    WHERE h.id = ${filter.holdId} AND h.owner = ANY (${ownerKeys(secrets, filter.owner)})`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    ...row,
    draft: row.draft === null ? undefined : JSON.parse(secrets.decrypt(row.draft)),
    ticketPeople: row.ticketPeople && openPeople(secrets, row.ticketPeople),
  };
}
