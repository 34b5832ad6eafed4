import type { Secrets } from '#platform/secrets.ts';
import { readTicket, type TicketName } from './ticket-name.ts';

/** Some 200 bytes each. */
const most = 150_000;

/** Reads signed tickets; one that was good is not reckoned again at each poll. */
export function ticketReader(secrets: Secrets): (signed: string) => TicketName | undefined {
  const good = new Map<string, TicketName>();
  return (signed) => {
    const known = good.get(signed);
    if (known) return known;
    const name = signed.length > 120 ? undefined : readTicket(secrets, signed);
    if (name === undefined) return undefined;
    if (good.size >= most) good.clear();
    good.set(ofItsOwn(signed), name);
    return name;
  };
}

/** A part of a text keeps the whole of it in memory, here the address or the headers of a request. */
function ofItsOwn(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
