import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { type AtOffice, noteReading } from './at-office.ts';

/** Presses within so many minutes are one visit of a list, and what was just done is said for as long. */
export const visitMinutes = 10;

/**
 * Writes down who looked at photos of an office: always the one shown large, and of the list what this person has not been
 * shown in this visit. Otherwise every press would leave all names of the list again.
 */
export async function notePhotosSeen(
  deps: Deps,
  at: AtOffice,
  { shown, listed, done }: { shown?: string | undefined; listed: readonly string[]; done?: string | undefined },
): Promise<void> {
  const before = await listedBefore(deps, at);
  const bookings = [...new Set(listed)].filter((id) => !before.has(id));
  // Whose decision is named above the list is said on this line, whatever was listed before.
  if (done !== undefined && !bookings.includes(done)) bookings.push(done);
  if (shown === undefined && bookings.length === 0) return;
  const subject = shown === undefined ? null : `booking:${shown}`;
  await noteReading(deps, at, { action: 'see-photos', subject, detail: { bookings } });
}

async function listedBefore({ db, clock }: Deps, { office, viewer }: AtOffice): Promise<ReadonlySet<string>> {
  const since = clock.now().subtract({ minutes: visitMinutes });
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT jsonb_array_elements_text(detail -> 'bookings') AS id FROM audit_entry
    WHERE office_id = ${office.id} AND at >= ${since} AND account_id = ${viewer.accountId}
      AND action = 'see-photos' AND jsonb_typeof(detail -> 'bookings') = 'array'`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
