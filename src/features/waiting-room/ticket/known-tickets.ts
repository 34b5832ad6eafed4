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
    good.set(signed, name);
    return name;
  };
}
