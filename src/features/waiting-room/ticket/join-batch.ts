import type { Device } from '../tables.ts';

/** Somebody who wants a place in a room. */
export interface JoinRequest {
  readonly roomId: number;
  readonly offeringId: number;
  /** null: entered by an operator for somebody without an account */
  readonly accountId: number | null;
  readonly enteredBy: number | null;
  /** 32 hexadecimal digits (`pseudonymOf`) */
  readonly pseudonym: string;
  /** `personKey` of each of the party, the first of them who the pseudonym is made of */
  readonly keys: readonly Buffer[];
  /** who is to be served, encrypted (`sealPeople`) */
  readonly people: Buffer;
  readonly proved: boolean;
  readonly weight: number;
  readonly channel: string;
  readonly language: string;
  readonly device: Device;
  readonly now: Temporal.Instant;
}

export type JoinStatus =
  /** a new ticket */
  | 'joined'
  /** this account has it already */
  | 'there'
  /** somebody of the party waits with another ticket */
  | 'already-waiting'
  | 'too-many-tickets'
  | 'not-yet'
  | 'over';

export interface JoinAnswer {
  readonly status: JoinStatus;
  /** of the new ticket, or of the one that is there */
  readonly number: number;
  readonly joinedAt: Temporal.Instant;
  readonly offeringId: number;
}
