import { z } from 'zod';
import { checkInWords, type CheckResult, type Verdict as VerdictWord, verdicts } from '#features/photo/index.ts';
import { withOffset } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { Booking } from '../booking.query.ts';
import type { PhotoDetails } from '../photo/photo-details.query.ts';
import { completableOf, completeUntil, missingOf, takesMore } from '../completion/completion.rules.ts';
import { asksAnother } from '../photo-decision/decision.rules.ts';
import { standingAnswer, standingsView, type WhyDecided } from './photo-standing-view.ts';

const frameAnswer = z.object({ left: z.int(), top: z.int(), height: z.int() });

/** What was found of a photo, as the API describes it. */
export const photoVerdict = z.object({
  verdict: z.enum(verdicts),
  checks: z.array(
    z.object({
      id: z.string(),
      requirement: z.string(),
      verdict: z.enum(verdicts),
      score: z.number().nullable(),
      message: z.string(),
      measured: z
        .object({
          value: z.number(),
          from: z.number().optional().describe('the least that passes'),
          to: z.number().optional().describe('the most that passes'),
          unit: z.string(),
        })
        .optional()
        .describe('the number that decided, where a number did'),
    }),
  ),
  kept: z.boolean().describe('the booking has a photo: this one, or the earlier one where this one cannot be used'),
  proposed: z
    .object({
      crop: frameAnswer.extend({ width: z.int() }).describe('in pixels of the source'),
      source: z.object({ width: z.int(), height: z.int() }).nullable().describe('null: it cannot be cut otherwise'),
    })
    .nullable()
    .describe('this photo waits for a yes: to be cut otherwise, accepted, or kept with a reason'),
  photoId: z
    .string()
    .nullable()
    .describe('of the photo that is kept, for whatever is done with this one and no other; null: none was'),
});

export const photoAnswer = photoVerdict
  .extend({ person: z.int(), sentAt: z.string(), width: z.int(), height: z.int() })
  .nullable()
  .describe('of the first person that has one; null: none yet');

export const deliveryAnswer = z
  .object({
    mode: z.enum(['office', 'address']),
    address: z.string().optional().describe('in one line'),
    postal: z.record(z.string(), z.string()).optional().describe('the address in its parts'),
    delegate: z
      .object({
        givenName: z.string(),
        familyName: z.string(),
        birthDate: z.string(),
        codiceFiscale: z.string().optional(),
      })
      .optional(),
  })
  .nullable();

export const completionAnswer = z
  .object({
    photo: z.enum(['none', 'optional', 'asked']),
    delivery: z.enum(['none', 'optional', 'asked']),
    deliveryModes: z.array(z.string()),
    delegate: z.boolean(),
    until: z.string().describe('the first instant that is too late for its people; of a photo, see `photos`'),
    missing: z.object({
      photos: z.array(z.int()).describe('positions of people, also of those who are asked for another photo'),
      delivery: z.boolean(),
    }),
    photos: z.array(standingAnswer).describe('of each person, where the office takes photos'),
  })
  .nullable()
  .describe('what may follow the booking, and what the office asks for and has not got');

type Verdict = z.output<typeof photoVerdict>;

/** What was found, in words. */
export function verdictView(
  { verdict, checks, id = null }: { verdict: VerdictWord; checks: readonly CheckResult[]; id?: string | null },
  { language, kept, proposal }: { language: Language; kept: boolean; proposal?: PhotoDetails | undefined },
): Verdict {
  return {
    verdict,
    checks: checks.map((check) => {
      const { id, verdict: found, score, figure } = check;
      const said = { id, verdict: found, score, ...checkInWords(check, language) };
      return figure ? { ...said, measured: { ...figure } } : said;
    }),
    kept,
    proposed: proposal
      ? {
          crop: { ...proposal.crop },
          source: proposal.source && { width: proposal.source.width, height: proposal.source.height },
        }
      : null,
    photoId: id,
  };
}

export function photoView({ photos, timeZone }: Booking, language: Language): z.output<typeof photoAnswer> {
  const photo = photos.find(({ state }) => state === 'accepted');
  if (photo === undefined) return null;
  const { position: person, sentAt, width, height } = photo;
  return {
    ...verdictView(photo, { language, kept: true }),
    person,
    sentAt: withOffset(sentAt, timeZone),
    width,
    height,
  };
}

export function completionView(
  booking: Booking,
  asked: { language: Language; now: Temporal.Instant; decisions: readonly WhyDecided[] },
): z.output<typeof completionAnswer> {
  const { completion, timeZone } = booking;
  if (!takesMore(booking)) return null;
  const { photos, delivery } = missingOf(completableOf(booking));
  const again = booking.live ? booking.people.filter(({ position }) => asksAnother(booking, position)) : [];
  const missing = new Set([...photos, ...again.map(({ position }) => position)]);
  return {
    photo: completion.photo,
    delivery: completion.delivery,
    deliveryModes: completion.delivery === 'none' ? [] : [...completion.deliveryModes],
    delegate: completion.delivery !== 'none' && completion.delegate,
    until: withOffset(completeUntil(booking), timeZone),
    missing: { photos: [...missing].toSorted((one, other) => one - other), delivery },
    photos: completion.photo === 'none' ? [] : standingsView(booking, asked),
  };
}
