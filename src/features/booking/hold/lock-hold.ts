import { sql } from 'kysely';
import type { TicketState } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import type { ClearanceMode } from '../clearance/clearance.rules.ts';
import type { DeadlineRule } from '../clearance/deadline.rules.ts';
import type { ConfirmationRule } from '../confirmation/confirmation.rules.ts';
import type { ConfirmBy } from '../status.rules.ts';

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
  readonly clearanceRule: DeadlineRule;
  /** cadastral code of the municipality whose office this is; null abroad */
  readonly officeMunicipality: string | null;
  /** what its seats count as (`groupOf`); null where the planner has no quotas */
  readonly quotaGroup: string | null;
  readonly cancelCutoffHours: number;
  /** live bookings that one account may have; null: any number */
  readonly liveLimit: number | null;
  readonly inviteOnly: boolean;
  readonly booking: { id: string; code: string } | undefined;
  /** the place in a waiting room that the seats were held with; its people encrypted */
  readonly ticket: HeldTicket | null;
}

interface HeldTicket {
  readonly roomId: number;
  readonly number: number;
  readonly state: TicketState;
  readonly people: Buffer;
}

/** A hold, locked, with the rules of what is being booked; undefined unless it belongs to one of the owners. */
export async function rulesOfHold(
  tx: Tx,
  filter: {
    holdId: string;
    owners: readonly string[] /** whose bookings are counted, where there is a limit */;
    accountId?: number | null;
  },
): Promise<HoldAndRules | undefined> {
  const { rows } = await sql<
    Omit<HoldAndRules, 'confirmation' | 'booking' | 'clearanceRule' | 'ticket'> & {
      ticketRoom: number | null;
      ticketNumber: number;
      ticketState: TicketState;
      ticketPeople: Buffer;
      confirmBy: ConfirmBy;
      opensDays: number;
      closesDays: number;
      closesHours: number | null;
      exemptChannels: string[];
      days: number;
      tooLate: DeadlineRule['tooLate'];
      atDeadline: DeadlineRule['atDeadline'];
    }
  >`
    SELECT h.state, h.expires_at AS "expiresAt", h.party, h.slot_ids AS "slotIds", h.slot_id AS "slotId", h.planner_id AS "plannerId",
           h.offering_id AS "offeringId", h.starts_at AS "startsAt", h.ends_at AS "endsAt", h.reschedule_of AS "rescheduleOf",
           o.service_code AS "serviceCode", o.office_id AS "officeId", f.time_zone AS "timeZone",
           o.cancel_cutoff_hours AS "cancelCutoffHours", o.confirm_by AS "confirmBy", o.confirm_opens_days AS "opensDays",
           CASE WHEN o.pre_check THEN o.pre_check_days END AS "preCheckDays", o.clearance, o.invite_only AS "inviteOnly",
           o.live_limit AS "liveLimit", ${oneAtATime(filter.accountId)} AS "inTurn",
           o.confirm_closes_days AS "closesDays", o.confirm_closes_hours AS "closesHours",
           o.confirm_exempt_channels AS "exemptChannels", ${deadlineColumns}, f.municipality_code AS "officeMunicipality", h.quota_group AS "quotaGroup",
           k.room_id AS "ticketRoom", k.number AS "ticketNumber", k.state AS "ticketState", k.people_cipher AS "ticketPeople"
    FROM hold h
    JOIN offering o ON o.id = h.offering_id
    JOIN office f ON f.id = o.office_id
    LEFT JOIN hold_ticket ht ON ht.hold_id = h.id
    LEFT JOIN ticket k ON k.room_id = ht.room_id AND k.number = ht.number
    WHERE h.id = ${filter.holdId} AND h.owner = ANY (${filter.owners})
    FOR UPDATE OF h`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { confirmBy, opensDays, closesDays, closesHours, exemptChannels, days, tooLate, atDeadline, ...others } = row;
  const { ticketRoom, ticketNumber, ticketState, ticketPeople, ...rest } = others;
  // A statement of its own: whoever waited for the lock above would otherwise see the bookings as they were before it.
  const booking = row.state === 'booked' ? await bookingOfHold(tx, filter.holdId) : undefined;
  return {
    ...rest,
    confirmation: { confirmBy, opensDays, closesDays, closesHours, exemptChannels },
    clearanceRule: { days, tooLate, atDeadline },
    booking,
    ticket:
      ticketRoom === null
        ? null
        : { roomId: ticketRoom, number: ticketNumber, state: ticketState, people: ticketPeople },
  };
}

/** Two bookings of one account at once would both find a place below its limit: the second waits for the first. */
function oneAtATime(accountId: number | null | undefined) {
  if (accountId === null || accountId === undefined) return sql`NULL`;
  return sql`CASE WHEN o.live_limit IS NOT NULL THEN pg_advisory_xact_lock(${accountLocks}::int, ${accountId}::int)::text END`;
}

/** Told apart from other advisory locks by this number. */
const accountLocks = 390_001;

/** The rule of an offering `o` at an office `f`; where it has none, what is usual for the kind of office. */
const deadlineColumns = sql`
  coalesce(o.clearance_days, CASE f.kind WHEN 'municipal' THEN 7 ELSE 30 END) AS days, o.clearance_too_late AS "tooLate",
  coalesce(o.clearance_at_deadline, CASE f.kind WHEN 'municipal' THEN 'cancel' ELSE 'stays' END) AS "atDeadline"`;

async function bookingOfHold(tx: Tx, holdId: string): Promise<{ id: string; code: string } | undefined> {
  return tx.selectFrom('booking').select(['id', 'code']).where('hold_id', '=', holdId).executeTakeFirst();
}
