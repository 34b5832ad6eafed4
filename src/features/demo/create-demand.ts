import type { Demand } from './create-plan.ts';

/** A number between 0 and 1 that looks random and is always the same for the same two numbers. */
export function scatter(a: number, b: number): number {
  let mixed = Math.imul(a ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(b + 0x7f4a_7c15, 0xc2b2_ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/**
 * Seats that invented people have taken of a slot.
 *
 * @param at where its day lies between today (0) and the end of the horizon (1)
 */
export function seatsTaken(demand: Demand, slot: { capacity: number; at: number; chance: number }): number {
  const { capacity, at, chance } = slot;
  switch (demand) {
    case 'open':
      // Half of the slot at most, and only in the first days: the demo must always have room for groups.
      return at < 0.25 && chance < 0.5 ? Math.min(Math.floor(capacity / 2), 1 + Math.floor(chance * 8)) : 0;
    case 'busy':
      if (at < 0.35) return chance < 0.93 ? capacity : capacity - 1;
      return chance < 0.6 - at / 3 ? capacity : Math.floor(capacity * chance);
    case 'sold-out':
      if (at < 0.85) return chance < 0.995 ? capacity : capacity - 1;
      return chance < 0.9 ? capacity : Math.floor(capacity / 2);
  }
}

/** How many people come together, for a number between 0 and 1. */
export function partyOf(chance: number, most: number): number {
  const wish = chance < 0.6 ? 1 : chance < 0.8 ? 2 : chance < 0.92 ? 3 : 4;
  return Math.min(wish, most);
}
