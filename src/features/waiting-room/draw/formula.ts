import { hash } from 'node:crypto';

/** A line of the list that is fixed at closing. Only those who are `in` are drawn. */
export interface ListedTicket {
  readonly number: number;
  /** 32 hexadecimal digits */
  readonly pseudonym: string;
  readonly weight: number;
  readonly state: 'in' | 'left' | 'displaced';
}

const LINE = /^([1-9]\d{0,8}) ([0-9a-f]{32}) ([1-9]\d{0,2}) (in|left|displaced)$/;

export const HASH = /^[0-9a-f]{64}$/;

const sha256 = (text: string): string => hash('sha256', text);

/**
 * What is published before anybody joins. The rules are one line of JSON and the seed has 64 hexadecimal digits, so no other
 * rules and seed read the same.
 */
export const commitmentOf = (rules: string, seed: string): string => sha256(`${rules}\n${seed}`);

export const listOf = (tickets: readonly ListedTicket[]): string =>
  tickets.map(({ number, pseudonym, weight, state }) => `${number} ${pseudonym} ${weight} ${state}\n`).join('');

/** The tickets of a list, or undefined where a line is not spelled as the rules say. */
export function readList(list: string): readonly ListedTicket[] | undefined {
  if (list === '') return [];
  if (!list.endsWith('\n')) return undefined;
  const tickets: ListedTicket[] = [];
  for (const line of list.slice(0, -1).split('\n')) {
    const [, number, pseudonym, weight, state] = LINE.exec(line) ?? [];
    if (pseudonym === undefined || (state !== 'in' && state !== 'left' && state !== 'displaced')) return undefined;
    tickets.push({ number: Number(number), pseudonym, weight: Number(weight), state });
  }
  return tickets;
}

export const rootOf = (list: string): string => sha256(list);

/** What everything is drawn from; the public value is empty where none is mixed in. */
export const finalOf = (seed: string, listRoot: string, publicValue: string): string =>
  sha256(`${seed}:${listRoot}:${publicValue}`);

/** The smallest of as many hashes as the ticket has weight: with weight 2 one is first twice as often. */
export function keyOf(final: string, pseudonym: string, weight: number): string {
  let least = sha256(`${final}:${pseudonym}:1`);
  for (let lot = 2; lot <= weight; lot += 1) {
    const key = sha256(`${final}:${pseudonym}:${lot}`);
    if (key < least) least = key;
  }
  return least;
}

interface Keyed {
  readonly number: number;
  readonly key: string;
}

const inOrder = (keyed: Keyed[]): number[] =>
  keyed
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.number - other.number))
    .map(({ number }) => number);

const keyed = (final: string, ticket: ListedTicket): Keyed => ({
  number: ticket.number,
  key: keyOf(final, ticket.pseudonym, ticket.weight),
});

/** The numbers of those who are in, in the order drawn: the first has place 1. */
export const placesOf = (final: string, tickets: readonly ListedTicket[]): number[] =>
  inOrder(tickets.filter(({ state }) => state === 'in').map((ticket) => keyed(final, ticket)));

/** The same, letting others work in between: a hundred thousand tickets take about a quarter of a second. */
export async function placesInSlices(final: string, tickets: readonly ListedTicket[], slice = 2000): Promise<number[]> {
  const keys: Keyed[] = [];
  for (const [at, ticket] of tickets.entries()) {
    if (ticket.state === 'in') keys.push(keyed(final, ticket));
    if (at % slice === slice - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return inOrder(keys);
}
