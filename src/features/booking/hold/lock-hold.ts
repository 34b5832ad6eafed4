import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { ClearanceMode } from '../clearance/clearance.rules.ts';
import type { ConfirmationRule } from '../confirmation/confirmation.rules.ts';
import type { ConfirmBy } from '../status.rules.ts';

/** How the document reaches the person, and who may collect it. */
export interface Delivery {
  readonly mode: 'office' | 'address';
  readonly address?: string | undefined;
  readonly delegate?:
    | { givenName: string; familyName: string; birthDate: string; codiceFiscale?: string | undefined }
    | undefined;
}

export interface HoldAndRules {
  readonly state: 'live' | 'booked' | 'released';
  readonly expiresAt: Temporal.Instant;
  readonly party: number;
  readonly slotIds: string[];
  readonly slotId: string;
  readonly plannerId: number;
  readonly offeringId: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly rescheduleOf: string | null;
  readonly serviceCode: string;
  readonly officeId: number;
  readonly timeZone: string;
  readonly confirmation: ConfirmationRule;
  /** null: the office looks at nothing before the day */
  readonly preCheckDays: number | null;
  readonly clearance: 'none' | ClearanceMode;
  readonly cancelCutoffHours: number;
  readonly inviteOnly: boolean;
  readonly booking: { id: string; code: string } | undefined;
}

/** A hold, locked, with the rules of what is being booked; undefined unless it belongs to one of the owners. */
export async function rulesOfHold(
  tx: Tx,
  filter: { holdId: string; owners: readonly string[] },
): Promise<HoldAndRules | undefined> {
  const { rows } = await sql<
    Omit<HoldAndRules, 'confirmation' | 'booking'> & {
      confirmBy: ConfirmBy;
      opensDays: number;
      closesDays: number;
      exemptChannels: string[];
    }
  >`
    SELECT h.state, h.expires_at AS "expiresAt", h.party, h.slot_ids AS "slotIds", h.slot_id AS "slotId", h.planner_id AS "plannerId",
           h.offering_id AS "offeringId", h.starts_at AS "startsAt", h.ends_at AS "endsAt", h.reschedule_of AS "rescheduleOf",
           o.service_code AS "serviceCode", o.office_id AS "officeId", f.time_zone AS "timeZone",
           o.cancel_cutoff_hours AS "cancelCutoffHours", o.confirm_by AS "confirmBy", o.confirm_opens_days AS "opensDays",
           CASE WHEN o.pre_check THEN o.pre_check_days END AS "preCheckDays", o.clearance, o.invite_only AS "inviteOnly",
           o.confirm_closes_days AS "closesDays", o.confirm_exempt_channels AS "exemptChannels"
    FROM hold h
    JOIN offering o ON o.id = h.offering_id
    JOIN office f ON f.id = o.office_id
    WHERE h.id = ${filter.holdId} AND h.owner = ANY (${filter.owners})
    FOR UPDATE OF h`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { confirmBy, opensDays, closesDays, exemptChannels, ...rest } = row;
  // A statement of its own: whoever waited for the lock above would otherwise see the bookings as they were before it.
  const booking = row.state === 'booked' ? await bookingOfHold(tx, filter.holdId) : undefined;
  return { ...rest, confirmation: { confirmBy, opensDays, closesDays, exemptChannels }, booking };
}

async function bookingOfHold(tx: Tx, holdId: string): Promise<{ id: string; code: string } | undefined> {
  return tx.selectFrom('booking').select(['id', 'code']).where('hold_id', '=', holdId).executeTakeFirst();
}
