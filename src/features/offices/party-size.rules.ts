import type { PartyMode } from './tables.ts';

/** How many people a page or a form is about: what was typed, within what the service allows; one when it says nothing. */
export function readPartySize(typed: string, most: number): number {
  const size = /^\d{1,3}$/.test(typed) ? Number(typed) : 1;
  return Math.min(Math.max(size, 1), most);
}

/** The fewest people of one booking: two where nobody may come alone. */
export function leastParty({ partyModes }: { readonly partyModes: readonly PartyMode[] }): number {
  return partyModes.every((mode) => mode === 'with-companions') ? 2 : 1;
}
