import type { Secrets } from '#platform/secrets.ts';

/** Which ticket it is, and what of it never changes: a poll needs nothing else. */
export interface TicketName {
  readonly roomId: number;
  readonly number: number;
  readonly offeringId: number;
  readonly joinedAt: Temporal.Instant;
}

const spelled = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})\.(\d{1,13})$/;

/** The ticket as its holder keeps it: whoever has it sees the place, and nothing of who waits. */
export function signTicket(secrets: Secrets, { roomId, number, offeringId, joinedAt }: TicketName): string {
  return secrets.sign('ticket', [roomId, number, offeringId, joinedAt.epochMilliseconds].join('.'));
}

/** Undefined when it is not ours. */
export function readTicket(secrets: Secrets, signed: string): TicketName | undefined {
  const [, room, number, offering, joined] = spelled.exec(secrets.verify('ticket', signed) ?? '') ?? [];
  if (joined === undefined) return undefined;
  return new ReadTicket(Number(room), Number(number), Number(offering), Number(joined));
}

/** A hundred thousand are kept: an instant of each would take more memory than all the rest, and few ask for it. */
class ReadTicket implements TicketName {
  readonly roomId: number;
  readonly number: number;
  readonly offeringId: number;
  readonly #joined: number;

  constructor(roomId: number, number: number, offeringId: number, joined: number) {
    this.roomId = roomId;
    this.number = number;
    this.offeringId = offeringId;
    this.#joined = joined;
  }

  get joinedAt(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.#joined);
  }
}
