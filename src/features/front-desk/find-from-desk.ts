import { type Booking, bookingByCode, codesIn, searchBookings } from '#features/booking/index.ts';
import { mayDo } from '#features/identity/index.ts';
import { dayIn, startOfDay } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import type { AtOffice } from './at-office.ts';

export const mostFound = 50;

/**
 * What an operator looks for: a code, as typed or scanned, also of another office where they work; else a surname or a
 * codice fiscale, of this office only: today's first, who is at the desk is most likely one of them.
 */
export async function findFromDesk(deps: Deps, at: AtOffice, text: string): Promise<Booking[]> {
  const { db, secrets } = deps;
  const meant = await Promise.all(codesIn(text).map((code) => bookingByCode(db, secrets, code)));
  const byCode = meant
    .filter((booking) => booking !== undefined)
    .filter((booking) => mayDo(at.viewer, booking.officeId, 'see-booking'));
  const here = byCode.filter((booking) => booking.officeId === at.office.id);
  if (here.length > 0) return here;
  const [elsewhere] = byCode;
  if (elsewhere) return [elsewhere];
  const zone = at.office.timeZone;
  const today = startOfDay(dayIn(deps.clock.now(), zone), zone);
  return searchBookings(db, secrets, { officeId: at.office.id, text, today, most: mostFound });
}
