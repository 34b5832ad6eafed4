import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finalOf, type ListedTicket, listOf, placesOf, rootOf } from './formula.ts';

/** People, and seats for the first of them. */
const people = 60;
const seats = 6;
const games = 120;
/** Friends of the insider, who may join, leave and join again, or stay away, in the last minute. */
const friends = 4;

const name = (text: string) => hash('sha256', text).slice(0, 32);
const ticket = (number: number, pseudonym: string, state: 'in' | 'left' = 'in'): ListedTicket => ({
  number,
  pseudonym,
  weight: 1,
  state,
});

/** A game's own seed, and the value that becomes public after the closing. */
const seedOf = (game: number) => hash('sha256', `seed ${game}`);
const valueOf = (game: number) => String(parseInt(hash('sha256', `value ${game}`).slice(0, 8), 16));

/** The lists that an insider with some friends can bring about in the last minute, and who of them could be in it. */
function listsOf(game: number): ListedTicket[][] {
  const others = Array.from({ length: people - 1 }, (_, at) => ticket(at + 1, name(`${game} person ${at}`)));
  const insider = ticket(people, name(`${game} insider`));
  return Array.from({ length: 3 ** friends }, (_, choice) => {
    const list = [...others, insider];
    for (let friend = 0, rest = choice; friend < friends; friend += 1, rest = Math.floor(rest / 3)) {
      const pseudonym = name(`${game} friend ${friend}`);
      if (rest % 3 === 1) list.push(ticket(list.length + 1, pseudonym));
      if (rest % 3 === 2) list.push(ticket(list.length + 1, pseudonym, 'left'));
    }
    return list;
  });
}

const hasSeat = (list: ListedTicket[], seed: string, value: string): boolean =>
  placesOf(finalOf(seed, rootOf(listOf(list)), value), list)
    .slice(0, seats)
    .includes(people);

/** The list for which the insider, who knows the seed, foresees a seat; with the value they guess. */
function chosen(game: number, guess: string): ListedTicket[] {
  const lists = listsOf(game);
  return lists.find((list) => hasSeat(list, seedOf(game), guess)) ?? (lists[0] as ListedTicket[]);
}

const share = (plays: (game: number) => boolean): number =>
  Array.from({ length: games }, (_, game) => plays(game)).filter(Boolean).length / games;

// One in ten has a seat by chance; four standard deviations over 120 games are a ninth.
const chance = seats / people;
const luck = 4 * Math.sqrt((chance * (1 - chance)) / games);

describe('an insider who knows the seed', () => {
  it('wins nearly always without mixing: friends who come and go in the last minute give another order each', () => {
    expect(share((game) => hasSeat(chosen(game, ''), seedOf(game), ''))).toBeGreaterThan(0.95);
  });

  it('gains nothing beyond chance with a public value that nobody knows at closing', () => {
    const gained = share((game) => hasSeat(chosen(game, valueOf(game + 1000)), seedOf(game), valueOf(game)));
    expect(Math.abs(gained - chance)).toBeLessThan(luck);
  });

  it('gains nothing by taking part in every list with the best odds over many values either', () => {
    const guesses = Array.from({ length: 4 }, (_, at) => valueOf(at + 5000));
    const gained = share((game) => {
      const lists = listsOf(game).slice(0, 12);
      const odds = lists.map((list) => guesses.filter((guess) => hasSeat(list, seedOf(game), guess)).length);
      const best = lists[odds.indexOf(Math.max(...odds))] as ListedTicket[];
      return hasSeat(best, seedOf(game), valueOf(game));
    });
    expect(Math.abs(gained - chance)).toBeLessThan(luck);
  });
});

describe('who joins early', () => {
  it('has no advantage: the first and the last tenth of a list have seats equally often', () => {
    let [early, late] = [0, 0];
    for (let game = 0; game < 400; game += 1) {
      const list = Array.from({ length: people }, (_, at) => ticket(at + 1, name(`${game} person ${at}`)));
      const first = placesOf(finalOf(seedOf(game), rootOf(listOf(list)), valueOf(game)), list).slice(0, seats);
      early += first.filter((number) => number <= seats).length;
      late += first.filter((number) => number > people - seats).length;
    }
    // 240 of each expected.
    const four = 4 * Math.sqrt(400 * seats * chance * (1 - chance));
    expect(Math.abs(early - 400 * seats * chance)).toBeLessThan(four);
    expect(Math.abs(late - 400 * seats * chance)).toBeLessThan(four);
  });
});
