import type { JoinAnswer, JoinRequest } from '../ticket/join-batch.ts';
import type { TicketName } from '../ticket/ticket-name.ts';
import type { Ordering } from '../tables.ts';

/** A live room, as every process knows it from a moment ago; for showing and for the gate, never for giving seats. */
export interface RoomNow {
  readonly id: number;
  readonly code: string;
  readonly officeId: number;
  readonly plannerIds: readonly number[];
  readonly offeringIds: readonly number[];
  readonly ordering: Ordering;
  readonly state: 'announced' | 'joining' | 'closed' | 'admitting' | 'ended';
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly opensAt: Temporal.Instant;
  /** only slots that open between these need a ticket; null: all of the planners */
  readonly gate: { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | null;
  readonly turnSeconds: number;
  /** tickets given so far */
  readonly people: number;
  /** how many were drawn; null until the order is known */
  readonly drawn: number | null;
  /** places up to this have had their turn */
  readonly admittedThrough: number;
  /** seats that are free as of `asOf`, those of the release that are still to open among them */
  readonly free: number;
  /** tickets per minute that got their turn lately; null before there is a pace */
  readonly pace: number | null;
  readonly outcome: 'sold-out' | 'emptied' | 'cancelled' | null;
  readonly asOf: Temporal.Instant;
}

/** Where somebody stands. */
export interface Standing {
  readonly room: RoomNow;
  readonly number: number;
  /** the service waited for: the ticket says so itself */
  readonly offeringId: number;
  /** since when: the ticket says so itself */
  readonly joinedAt: Temporal.Instant;
  readonly state: 'waiting' | 'admitted' | 'ended';
  readonly outcome: 'booked' | 'sold-out' | 'lapsed' | 'left' | 'displaced' | 'not-drawn' | 'cancelled' | null;
  /** the place in the order; null before the order is known */
  readonly position: number | null;
  /** people before them whose turn has not come; null before the order is known */
  readonly ahead: number | null;
  /** when the turn is likely to come; null where nobody can say */
  readonly estimatedAt: Temporal.Instant | null;
  /** when the turn ends, while it lasts */
  readonly admittedUntil: Temporal.Instant | null;
  /** seconds until it is worth asking again */
  readonly pollAfter: number;
}

/** What one process knows of all live rooms. Reading asks the database nothing. */
export interface Rooms {
  /** The room that stands before the seats of an offering now, if any. */
  overOffering(offeringId: number, now: Temporal.Instant): RoomNow | undefined;
  byCode(code: string): RoomNow | undefined;
  /** All that have not ended, and those that ended a moment ago. */
  all(): readonly RoomNow[];
  /** The standing of the bearer of a signed ticket; undefined when it is not ours, or its room is long over. */
  ofTicket(signed: string, now: Temporal.Instant): Standing | undefined;
  /** The same of a ticket that was read from its row. */
  standingOf(ticket: TicketName, now: Temporal.Instant): Standing | undefined;
  /** Gives a place, together with whoever joins at the same instant. */
  join(request: JoinRequest): Promise<JoinAnswer>;
  /** That a public request for seats of an offering came in: many at once switch a room on. */
  noteDemand(offeringId: number): void;
  /** Moves rooms on and reads what is new, now; the clock does so by itself. */
  pulse(): Promise<void>;
  close(): Promise<void>;
}
