import { setTimeout as pause } from 'node:timers/promises';
import { type Client, reasonOf, twice, untilAnswered } from './answered.ts';

export interface Person extends Client {
  /** their number among the demo's citizens */
  readonly index: number;
  readonly round: number;
}

export interface Room {
  readonly code: string;
}

/** What somebody was told in the end. */
export type Outcome = { readonly person: Person; readonly ticket?: string } & (
  | { readonly code: string }
  | { readonly without: string }
);

export interface Place {
  readonly office: string;
  readonly service: string;
}

/** After as long as this, in milliseconds, nobody waits any more. */
const patience = 120_000;

/** Takes a seat of a slot and books it, without a waiting room. */
export async function bookDirectly(person: Person, place: Place & { slot: string }): Promise<Outcome> {
  const { slot, ...where } = place;
  const booked = await bookIn(person, where, [slot]);
  return booked ?? { person, without: 'slot-full' };
}

/** Waits in the room, asks again and again, and books one of its seats when the turn has come. */
export async function waitAndBook(
  person: Person,
  place: Place,
  room: Room & { slots: readonly string[] },
): Promise<Outcome> {
  const ticket = await joinRoom(person, place, room);
  if (ticket === undefined) return { person, without: 'over' };
  for (const deadline = performance.now() + patience; ; ) {
    const standing = await untilAnswered(person, `/queue/${ticket}`);
    if (standing.status !== 200) throw new Error(`a ticket is not known: ${JSON.stringify(standing)}`);
    const { state, outcome } = standing.body;
    if (state === 'ended') return { person, ticket, without: String(outcome) };
    if (state === 'admitted') {
      const booked = await bookIn(person, { ...place, ticket }, shuffled(room.slots));
      if (booked) return { ...booked, ticket };
    }
    if (performance.now() > deadline) throw new Error(`a ticket has no outcome: ${JSON.stringify(standing)}`);
    await pause(100 + Math.random() * 250);
  }
}

/** Undefined when the room was over before anybody answered. */
async function joinRoom(person: Person, place: Place, { code }: Room): Promise<string | undefined> {
  for (let tries = 1; tries <= 200; tries += 1) {
    const write = { key: `join-${keyOf(person)}-${tries}`, body: { ...place, room: code } };
    const joined = await twice(person, '/queue', write);
    const { ticket, room } = joined.body;
    if (joined.status === 201 && room === code && typeof ticket === 'string') return ticket;
    if (!['not-yet', 'over'].includes(reasonOf(joined))) throw new Error(`no ticket: ${JSON.stringify(joined)}`);
    if (reasonOf(joined) === 'over') return undefined;
    await pause(200);
  }
  throw new Error('the room was never open');
}

/** Undefined when each of the slots is full. */
async function bookIn(
  person: Person,
  wish: Place & { ticket?: string },
  slots: readonly string[],
): Promise<{ person: Person; code: string } | undefined> {
  for (const slot of slots) {
    for (let tries = 1; tries <= 3; tries += 1) {
      const key = `${keyOf(person)}-${slot}-${tries}`;
      const held = await twice(person, '/holds', { key: `hold-${key}`, body: { ...wish, slot, party: 1 } });
      if (reasonOf(held) === 'slot-full') break;
      if (held.status !== 201) throw new Error(`no seat: ${JSON.stringify(held)}`);
      const body = { hold: held.body['id'], people: [await whoIs(person)], privacyAccepted: true };
      const booked = await twice(person, '/bookings', { key: `book-${key}`, body });
      if (booked.status === 201) return { person, code: String(booked.body['code']) };
      if (booked.status !== 410) throw new Error(`no booking: ${JSON.stringify(booked)}`);
    }
  }
  return undefined;
}

async function whoIs(person: Person): Promise<object> {
  const { body } = await untilAnswered(person, '/me');
  const { givenName, familyName, birthDate, codiceFiscale } = body;
  return { givenName, familyName, birthDate, codiceFiscale, relationship: 'self' };
}

function keyOf({ round, index }: Person): string {
  return `${round}-${index}`;
}

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
