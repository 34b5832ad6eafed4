import { randomUUID } from 'node:crypto';
import type { PhotoState } from '#features/booking/index.ts';
import type { CheckResult, Verdict } from '#features/photo/index.ts';
import type { TestDeps } from './deps.ts';

/** A photo of the first person of a booking, said yes to unless it says, and never looked at by a model. Answers its id. */
export async function buildPhoto(
  { db, secrets, clock }: TestDeps,
  photo: {
    bookingId: string;
    position?: number;
    state?: PhotoState;
    verdict?: Verdict;
    checks?: readonly CheckResult[];
  },
): Promise<string> {
  const { bookingId, position = 0, state = 'accepted', verdict = 'pass', checks = [] } = photo;
  const id = randomUUID();
  await db
    .deleteFrom('booking_photo')
    .where('booking_id', '=', bookingId)
    .where('position', '=', position)
    .where('state', '=', state)
    .execute();
  await db
    .insertInto('booking_photo')
    .values({
      booking_id: bookingId,
      position,
      state,
      id,
      content: secrets.seal(Buffer.from('a picture'), `photo:${id}`),
      size: 9,
      width: 551,
      height: 709,
      verdict,
      checks: JSON.stringify(checks),
      rules_version: 2,
      crop: JSON.stringify({ left: 0, top: 0, width: 551, height: 709 }),
      created_at: clock.now(),
      source: null,
      source_width: null,
      source_height: null,
      proposed_crop: null,
      said_cipher: null,
    })
    .execute();
  return id;
}

/** A check that found eyes closed. */
export const closedEyes: CheckResult = {
  id: 'eyes-open',
  verdict: 'fail',
  score: 12,
  finding: 'eyes-closed',
  measured: {},
  figure: { value: 0.21, from: 0.5, unit: 'points' },
};
