import type { RoomRule } from './rule/room-rule.ts';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

declare module '#platform/database.ts' {
  interface Tables {
    room: RoomTable;
    room_planner: RoomPlannerTable;
    ticket: TicketTable;
    ticket_person: TicketPersonTable;
    hold_ticket: HoldTicketTable;
    draw: DrawTable;
    draw_weight: DrawWeightTable;
    room_rule: RoomRuleTable;
  }
}

type Instant = Temporal.Instant;

/** What puts people in order. */
export type Ordering = 'first-come' | 'draw' | 'registration-draw';

/** A public value that nobody can know at closing: what it is, of which day, and where it can be read. */
export interface Mixing {
  readonly it: string;
  readonly en: string;
  readonly day: string;
  readonly source: string;
  readonly form: ValueForm;
}

/** How the public value is spelled, so that one outcome has one spelling. */
export type ValueForm =
  /** so many different numbers from 1 to the highest, ascending, with hyphens between them */
  | { readonly kind: 'numbers'; readonly count: number; readonly highest: number }
  /** exactly so many digits */
  | { readonly kind: 'digits' | 'hex'; readonly length: number };

interface RoomTable {
  id: GeneratedAlways<number>;
  code: string;
  office_id: number;
  release_id: string | null;
  cause: 'planned' | 'demand' | 'load';
  ordering: Ordering;
  state: 'announced' | 'joining' | 'closed' | 'admitting' | 'ended';
  joins_at: Instant;
  closes_at: Instant;
  opens_at: Instant;
  /** only slots that open between these need a ticket; null: all of the room's planners */
  gated_from: Instant | null;
  gated_to: Instant | null;
  turn_seconds: Generated<number>;
  last_number: Generated<number>;
  drawn: number | null;
  admitted_through: Generated<number>;
  advanced_at: Instant | null;
  free: Generated<number>;
  pace: number | null;
  created_by: number | null;
  created_at: Instant;
  ended_at: Instant | null;
  settled_at: Instant | null;
  forgotten_at: Instant | null;
  outcome: 'sold-out' | 'emptied' | 'cancelled' | null;
}

interface RoomPlannerTable {
  room_id: number;
  planner_id: number;
}

export type TicketState = 'waiting' | 'admitted' | 'booked' | 'lapsed' | 'left' | 'displaced' | 'not-drawn' | 'over';

export type Device = 'phone' | 'tablet' | 'computer' | 'program' | 'none';

interface TicketTable {
  room_id: number;
  number: number;
  offering_id: number;
  account_id: number | null;
  entered_by: number | null;
  /** 32 hexadecimal digits */
  pseudonym: string;
  party: number;
  people_cipher: Buffer;
  proved: Generated<boolean>;
  weight: Generated<number>;
  channel: string;
  language: string;
  device: Device;
  joined_at: Instant;
  state: Generated<TicketState>;
  admitted_at: Instant | null;
  turn_ends_at: Instant | null;
  settled_at: Instant | null;
  booking_id: string | null;
  told_near_at: Instant | null;
}

interface TicketPersonTable {
  room_id: number;
  number: number;
  person_key: Buffer;
  live: Generated<boolean>;
}

interface HoldTicketTable {
  hold_id: string;
  room_id: number;
  number: number;
  created_at: Instant;
}

interface DrawTable {
  room_id: number;
  rules: string;
  commitment: string;
  seed_cipher: Buffer;
  mixing: ColumnType<Mixing | null, string | null, string | null>;
  public_value: string | null;
  first_value: string | null;
  first_by: number | null;
  first_at: Instant | null;
  second_by: number | null;
  second_at: Instant | null;
  list: string | null;
  list_root: string | null;
  closed_at: Instant | null;
  seed: string | null;
  drawn_at: Instant | null;
  places: number[] | null;
  public_key: string;
  announced_at: Instant;
  announced_signature: string;
  unmixed_reason: string | null;
  /** how many tickets the list has */
  listed: number | null;
  closed_signature: string | null;
  drawn_signature: string | null;
  late_told_at: Instant | null;
}

interface DrawWeightTable {
  person_key: Buffer;
  offering_id: number;
  weight: number;
  changed_at: Instant;
}

interface RoomRuleTable {
  planner_id: number;
  room: Generated<'always' | 'demand' | 'never'>;
  ordering: Generated<Ordering>;
  joins_minutes: Generated<number>;
  closes_minutes: Generated<number>;
  turn_seconds: Generated<number>;
  mixing: ColumnType<Mixing | null, string | null, string | null>;
  unmixed_reason: Generated<string | null>;
  /** the rule that held before, for one step back */
  before: ColumnType<RoomRule | null, string | null | undefined, string | null>;
  updated_at: Instant;
}
