import { z } from 'zod';
import type { Db, Tx } from '#platform/database.ts';
import { withOffset } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Booking } from '../booking.query.ts';
import { decisionsOf, type PhotoDecisionInFull } from '../photo-decision/decision.query.ts';
import {
  askReasons,
  maySendPhoto,
  overrideReasons,
  photoOutcomes,
  type PhotoStanding,
  photoStanding,
  photoUntil,
  standingDecision,
} from '../photo-decision/decision.rules.ts';
import { askWords, overrideWords } from '../photo-decision/why-words.ts';

export const photoStandings = ['absent', 'sent', ...photoOutcomes] as const satisfies readonly PhotoStanding[];

export const standingAnswer = z.object({
  person: z.int().describe('position in the booking'),
  state: z.enum(photoStandings).describe('what the office says of the photo; `sent`: it has yet to look at it'),
  reasons: z
    .array(z.enum([...new Set([...askReasons, ...overrideReasons])]))
    .describe('why another one is asked for, or why it counts against the checks'),
  because: z.array(z.string()).describe('the same in words, with the office’s own, line by line'),
  until: z.string().describe('until when it may be sent: where another one is asked for, until the appointment begins'),
  maySend: z.boolean().describe('whether it may be sent now'),
});

export type WhyDecided = Pick<PhotoDecisionInFull, 'id' | 'why'>;

/** Why the office decided as it did, of a booking of which it says more than yes: the rest costs no look. */
export async function whyDecided(db: Db | Tx, secrets: Secrets, booking: Booking): Promise<readonly WhyDecided[]> {
  if (booking.photoDecisions.every(({ outcome }) => outcome === 'accepted')) return [];
  return decisionsOf(db, secrets, booking.id);
}

/** How things stand with the photo of each person, and what is asked of them. */
export function standingsView(
  booking: Booking,
  { language, now, decisions }: { language: Language; now: Temporal.Instant; decisions: readonly WhyDecided[] },
): z.output<typeof standingAnswer>[] {
  return booking.people.map(({ position }) => {
    const standing = standingDecision(booking, position);
    const why = decisions.find(({ id }) => id === standing?.id)?.why ?? { reasons: [], words: null };
    return {
      person: position,
      state: photoStanding(booking, position),
      reasons: [...why.reasons],
      because: standing?.outcome === 'another-asked' ? askWords(why, language) : overrideWords(why, language),
      until: withOffset(photoUntil(booking, position), booking.timeZone),
      maySend: maySendPhoto(booking, position, now),
    };
  });
}
