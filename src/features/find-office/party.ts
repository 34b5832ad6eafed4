/** How many people a page is about: what the address says, within what the service allows; otherwise one. */
export function readParty(typed: string, most: number): number {
  const party = /^\d{1,3}$/.test(typed) ? Number(typed) : 1;
  return party >= 1 && party <= most ? party : 1;
}
