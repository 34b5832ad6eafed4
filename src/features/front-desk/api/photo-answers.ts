import { z } from 'zod';
import {
  askReasons,
  askWords,
  type Booking,
  declarations,
  keepReasons,
  overrideReasons,
  overrideWords,
  type PhotoDecisionInFull,
  type PhotoDetails,
  type PhotoOfBooking,
  photoOutcomes,
  photoStanding,
  photoStandings,
  photoVerdict,
  type QueuedPhoto,
  verdictView,
} from '#features/booking/index.ts';
import { verdicts } from '#features/photo/index.ts';
import { withOffset } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';

const instant = z.string().describe('RFC 3339 with the offset of the office');
const person = z.int().describe('position in the booking');

const state = z.enum(photoStandings).describe('`sent`: nobody has decided yet');

export const queuedPhotoAnswer = z.object({
  code: z.string(),
  person,
  name: z.string(),
  serviceName: z.string(),
  startsAt: instant,
  verdict: z.enum(verdicts).nullable().describe('null: no photo is there'),
  state,
});

const whyAnswer = {
  reasons: z.array(z.enum([...new Set([...askReasons, ...overrideReasons])])),
  words: z.string().nullable().describe('in the office’s own words'),
};

const decisionAnswer = z.object({
  id: z.string(),
  photoId: z.string(),
  outcome: z.enum(photoOutcomes),
  ...whyAnswer,
  because: z.array(z.string()).describe('the reasons as its person reads them, line by line'),
  by: z.string().nullable(),
  at: instant,
});

const saidAnswer = z.object({
  reason: z.enum(keepReasons).nullable().describe('why it is kept although the checks say otherwise'),
  words: z.string().nullable(),
  declared: z.array(z.enum(declarations)),
  headCovered: z.boolean().describe('for religion or health'),
});

/** What `photoAnswer` makes. */
export const officePhotoAnswer = z.object({
  code: z.string(),
  person,
  givenName: z.string(),
  familyName: z.string(),
  serviceName: z.string(),
  startsAt: instant,
  state,
  photo: photoVerdict
    .omit({ kept: true, proposed: true })
    .extend({
      photoId: z.string().describe('said again when it is decided: nobody decides about another than was shown'),
      sentAt: instant,
      width: z.int(),
      height: z.int(),
      said: saidAnswer.describe('what its person says of it'),
    })
    .nullable()
    .describe('the one that counts; null: none is there'),
  decisions: z.array(decisionAnswer).describe('not taken back, the latest last'),
});

/** What a decision, or taking one back, leaves: nothing of what was written beside it, which goes with the photo. */
export const decidedAnswer = z.object({
  code: z.string(),
  person,
  state,
  decision: z.string().nullable().describe('its id, to take it back; null: it was taken back'),
});

export function queuedPhotoView(
  row: QueuedPhoto,
  zone: string,
  language: Language,
): z.output<typeof queuedPhotoAnswer> {
  const { code, position, name, serviceName, startsAt, verdict, outcome } = row;
  return {
    ...{ code, person: position, name, verdict },
    serviceName: localText(serviceName, language),
    startsAt: withOffset(startsAt, zone),
    state: outcome ?? (verdict === null ? 'absent' : 'sent'),
  };
}

/** Everything the page of the photos shows of one person's photo. */
export function photoAnswer(
  booking: Booking,
  about: { position: number; details: readonly PhotoDetails[]; decisions: readonly PhotoDecisionInFull[] },
  language: Language,
): z.output<typeof officePhotoAnswer> | undefined {
  const { code, timeZone: zone } = booking;
  const whose = booking.people.find(({ position }) => position === about.position);
  if (whose === undefined) return undefined;
  const { position, givenName, familyName } = whose;
  const photo = countingPhoto(booking, position);
  const details = about.details.find(({ id }) => id === photo?.id);
  return {
    ...{ code, person: position, givenName, familyName },
    serviceName: localText(booking.serviceName, language),
    startsAt: withOffset(booking.startsAt, zone),
    state: photoStanding(booking, position),
    photo: photo && details ? photoView(photo, details, zone, language) : null,
    decisions: about.decisions
      .filter((decision) => decision.position === position)
      .map((decision) => decisionView(decision, zone, language)),
  };
}

/** The photo of somebody that their person said yes to. */
export function countingPhoto({ photos }: Booking, position: number): PhotoOfBooking | undefined {
  return photos.find((photo) => photo.position === position && photo.state === 'accepted');
}

function photoView(photo: PhotoOfBooking, { said }: PhotoDetails, zone: string, language: Language) {
  const { id, width, height } = photo;
  const { verdict, checks } = verdictView(photo, { language, kept: true });
  const { declared, headCovered, reason } = said;
  return {
    ...{ photoId: id, verdict, checks, sentAt: withOffset(photo.sentAt, zone), width, height },
    said: { reason: reason?.kind ?? null, words: reason?.words ?? null, declared: [...declared], headCovered },
  };
}

function decisionView(decision: PhotoDecisionInFull, zone: string, language: Language) {
  const { id, photoId, outcome, why, operator, decidedAt } = decision;
  const because = outcome === 'another-asked' ? askWords(why, language) : overrideWords(why, language);
  return {
    ...{ id, photoId, outcome, reasons: [...why.reasons], words: why.words, because },
    ...{ by: operator, at: withOffset(decidedAt, zone) },
  };
}
