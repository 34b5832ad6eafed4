import type { Offering } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import { countFits } from '../../registration-draw/assign.rules.ts';
import type { PlacedPreferences } from '../../registration-draw/keep-registration.ts';
import type { RegistrationDraw } from '../../registration-draw/registration-draw.query.ts';
import type { DrawSlot } from '../../registration-draw/seats-offered.query.ts';
import { roughChance } from '../../registration-draw/weight.rules.ts';

/** The seats of a draw in a few words. */
export interface SeatsFacts {
  readonly seats: number;
  readonly first: Temporal.PlainDate | undefined;
  readonly last: Temporal.PlainDate | undefined;
}

export function seatsFacts(slots: readonly DrawSlot[], zone: string): SeatsFacts {
  const free = slots.filter((slot) => slot.free > 0);
  const day = (slot: DrawSlot | undefined) => slot && dayIn(slot.startsAt, zone);
  return { seats: free.reduce((sum, slot) => sum + slot.free, 0), first: day(free[0]), last: day(free.at(-1)) };
}

/** What somebody's wishes would fit, and about how likely a seat is for them with those who are registered now. */
export function foreseen(
  { draw, slots, weight, isIn }: { draw: RegistrationDraw; slots: readonly DrawSlot[]; weight: number; isIn: boolean },
  { wishes, places }: PlacedPreferences,
): { fits: { times: number; seats: number }; chance: number } {
  const fits = countFits(slots, { wishes, places });
  // A party takes as many seats as it has people, and those of a long visit overlap: the fewest that are surely there.
  const parties = Math.floor(fits.seats / wishes.party);
  const totalWeight = draw.totalWeight + (isIn ? 0 : weight);
  return { fits, chance: roughChance({ seats: parties, weight, totalWeight }) };
}

export function asksResidence(offering: Offering | undefined): boolean {
  return offering?.asksResidence === true;
}
