/** What somebody had chosen when they were asked to wait: it comes along to the day of their turn. */
export interface Chosen {
  readonly date?: string | undefined;
  readonly party?: number | undefined;
}

/** Where one joins the room before a service's seats. */
export function joinPath(place: { officeCode: string; serviceCode: string }, chosen: Chosen = {}): string {
  return `/waiting-room/${place.officeCode}/${place.serviceCode}${queryOf(chosen)}`;
}

/** The page of one's place. */
export function ticketPath(ticket: string, chosen: Chosen = {}): string {
  return `/waiting-room/tickets/${ticket}${queryOf(chosen)}`;
}

export function servicePath(place: { officeCode: string; serviceCode: string }, party = 1): string {
  return `/offices/${place.officeCode}/${place.serviceCode}${party > 1 ? `?party=${party}` : ''}`;
}

/** Where anybody can check how an order was found. */
export function drawPath(room: { code: string }): string {
  return `/draws/${room.code}`;
}

/** Where people register for a draw that gives the seats itself, and see what became of it. */
export function registrationPath(room: { code: string }, number?: number): string {
  return `/releases/${room.code}/register${number === undefined ? '' : `/${number}`}`;
}

export function queryOf({ date, party }: Chosen): string {
  const query = new URLSearchParams({ ...(date && { date }), ...(party && party > 1 && { party: String(party) }) });
  return query.size > 0 ? `?${query.toString()}` : '';
}
