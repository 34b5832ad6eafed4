import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { completionFacts, missingWords } from '#features/booking/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildPhoto } from '#test/build-photo.ts';
import { completableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { remindToComplete } from './remind-to-complete.ts';

const deps = useDeps();
beforeEach(() => deps.current.clock.set(testNow));

async function reminded(at: string): Promise<number> {
  const now = Temporal.Instant.from(at);
  const { done } = await transact(deps.current.db, async (tx) => {
    return { ok: true, done: await remindToComplete(tx, { now, limit: 50 }) };
  });
  return done;
}

it('reminds once of what is missing, two days before the last hour, and nobody of whom nothing is asked', async () => {
  const { id } = await completableBooking(deps.current);
  await completableBooking(deps.current, { photo: 'optional', delivery: 'optional' });
  expect(await reminded('2026-12-11T09:59:00Z')).toBe(0);
  expect(await reminded('2026-12-11T10:00:00Z')).toBe(1);
  expect(await reminded('2026-12-11T10:01:00Z')).toBe(0);
  const { rows } = await sql<{ kind: string }>`SELECT kind FROM message WHERE booking_id = ${id}`.execute(
    deps.current.db,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['completion-reminder']);
  const facts = await completionFacts(deps.current.db, id);
  const setting = {
    language: 'it',
    zone: 'Europe/London',
    now: Temporal.Instant.from('2026-12-11T10:00:00Z'),
  } as const;
  expect(facts && missingWords(facts, setting)).toBe(
    'Manca ancora: la foto e la scelta della consegna. Puoi completare fino a domenica 13 dicembre 2026, ore 10:00.',
  );
});

it('asks whoever sent a photo and did not say yes to it for the yes', async () => {
  const { id } = await completableBooking(deps.current);
  await buildPhoto(deps.current, { bookingId: id, state: 'proposed' });
  const facts = await completionFacts(deps.current.db, id);
  const now = Temporal.Instant.from('2026-12-14T09:00:00Z');
  expect(facts && missingWords(facts, { language: 'it', zone: 'Europe/London', now })).toBe(
    'Manca ancora: il tuo sì alla foto che hai mandato e la scelta della consegna.',
  );
});
