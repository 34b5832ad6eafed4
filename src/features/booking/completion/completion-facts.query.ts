import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { completionColumns, type CompletionRow, readDecisions, readPhotos } from './completion-columns.ts';
import type { PhotoDecision } from '../photo-decision/decision.rules.ts';
import type { PhotoOfBooking } from './completion.rules.ts';
import type { CompletableInWords } from './completion-words.ts';

/** What a letter may say of what is missing: that it is, never what was chosen. */
export type CompletionFacts = Omit<CompletableInWords, 'photos'> & {
  readonly photos: readonly PhotoOfBooking[];
  readonly photoDecisions: readonly PhotoDecision[];
};

export async function completionFacts(db: Db | Tx, bookingId: string): Promise<CompletionFacts | undefined> {
  const { rows } = await sql<
    CompletionRow & Omit<CompletionFacts, 'photos' | 'photoDecisions' | 'completion' | 'positions'>
  >`
    SELECT b.live, b.starts_at AS "startsAt", b.delivery_cipher IS NOT NULL AS "hasDelivery", ${completionColumns},
           (SELECT jsonb_agg(jsonb_build_object('position', q.position, 'name', q.given_name) ORDER BY q.position)
            FROM booking_person q WHERE q.booking_id = b.id) AS people
    FROM booking b WHERE b.id = ${bookingId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const positions = row.people.map(({ position }) => position);
  return { ...row, photos: readPhotos(row), photoDecisions: readDecisions(row), positions };
}
