import { z } from 'zod';
import { checkInWords, verdicts } from '#features/photo/index.ts';
import { withOffset } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { Booking } from '../booking.query.ts';
import {
  completableOf,
  completeUntil,
  missingOf,
  type PhotoOfBooking,
  takesMore,
} from '../completion/completion.rules.ts';

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
    }),
  ),
  kept: z.boolean().describe('the booking has a photo: this one, or the earlier one where this one cannot be used'),
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
    until: z.string().describe('the first instant that is too late for its people'),
    missing: z.object({ photos: z.array(z.int()).describe('positions of people'), delivery: z.boolean() }),
  })
  .nullable()
  .describe('what may follow the booking, and what the office asks for and has not got');

type Verdict = z.output<typeof photoVerdict>;

/** What was found, in words. */
export function verdictView(
  { verdict, checks }: Pick<PhotoOfBooking, 'verdict' | 'checks'>,
  { language, kept }: { language: Language; kept: boolean },
): Verdict {
  return {
    verdict,
    checks: checks.map((check) => {
      const { id, verdict: found, score } = check;
      return { id, verdict: found, score, ...checkInWords(check, language) };
    }),
    kept,
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

export function completionView(booking: Booking): z.output<typeof completionAnswer> {
  const { completion, timeZone } = booking;
  if (!takesMore(booking)) return null;
  const { photos, delivery } = missingOf(completableOf(booking));
  return {
    photo: completion.photo,
    delivery: completion.delivery,
    deliveryModes: completion.delivery === 'none' ? [] : [...completion.deliveryModes],
    delegate: completion.delivery !== 'none' && completion.delegate,
    until: withOffset(completeUntil(booking), timeZone),
    missing: { photos: [...photos], delivery },
  };
}
