import { completeUntil, type Completable, mayComplete, type PhotoOfBooking } from '../completion/completion.rules.ts';

/** What the office may say of a photo: fine, fine although the checks say otherwise, or another one is needed. */
export const photoOutcomes = ['accepted', 'overridden', 'another-asked'] as const;
export type PhotoOutcome = (typeof photoOutcomes)[number];

/** Why another one is asked for; `other` says it in the office's own words alone. */
export const askReasons = [
  'eyes',
  'expression',
  'pose',
  'framing',
  'background',
  'light',
  'sharpness',
  'glasses',
  'covering',
  'other-person',
  'old',
  'retouched',
  'other',
] as const;
export type AskReason = (typeof askReasons)[number];

/** Why a photo counts although the checks say otherwise. `covering` never says whether for religion or health. */
export const overrideReasons = ['seen-fine', 'person-reason', 'covering', 'no-better', 'other'] as const;
export type OverrideReason = (typeof overrideReasons)[number];

export interface PhotoWhy {
  readonly reasons: readonly (AskReason | OverrideReason)[];
  /** in the office's own words; null: none */
  readonly words: string | null;
}

/** What the office decided about one photo and did not take back. Why is read apart: it is encrypted. */
export interface PhotoDecision {
  readonly id: string;
  /** of the person */
  readonly position: number;
  readonly photoId: string;
  readonly outcome: PhotoOutcome;
  readonly decidedAt: Temporal.Instant;
}

/** How things stand with one person's photo, for the office and its people. `sent`: the office has yet to look at it. */
export type PhotoStanding = 'absent' | 'sent' | PhotoOutcome;

/** What has to be known of a booking to say so. */
export interface Decided {
  readonly photos: readonly Pick<PhotoOfBooking, 'position' | 'state' | 'id'>[];
  readonly photoDecisions: readonly PhotoDecision[];
}

/** The decision that counts: the one about the photo that counts, or the request for another that nobody answered yet. */
export function standingDecision({ photos, photoDecisions }: Decided, position: number): PhotoDecision | undefined {
  const current = photos.find((photo) => photo.position === position && photo.state === 'accepted');
  return photoDecisions
    .filter((decision) => decision.position === position)
    .filter(({ photoId, outcome }) => (current ? photoId === current.id : outcome === 'another-asked'))
    .toSorted((one, other) => Temporal.Instant.compare(other.decidedAt, one.decidedAt))[0];
}

export function photoStanding(booking: Decided, position: number): PhotoStanding {
  const decision = standingDecision(booking, position);
  if (decision) return decision.outcome;
  const isThere = booking.photos.some((photo) => photo.position === position && photo.state === 'accepted');
  return isThere ? 'sent' : 'absent';
}

/** The office asked for another photo and has not got it. */
export function asksAnother(booking: Decided, position: number): boolean {
  return photoStanding(booking, position) === 'another-asked';
}

type Open = Pick<Completable, 'live' | 'startsAt' | 'completion'> & Decided;

/** Until when a person's photo may be sent without the office: until its hour, or the appointment where it asked for another. */
export function photoUntil(booking: Open, position: number): Temporal.Instant {
  return asksAnother(booking, position) ? booking.startsAt : completeUntil(booking);
}

/**
 * Whether it may be sent now: within the office's hour, and after it while the office asks for another. For pages; under the
 * lock `lockCompletable` has the last word, by the same rule.
 */
export function maySendPhoto(booking: Open, position: number, now: Temporal.Instant): boolean {
  if (booking.completion.photo === 'none') return false;
  if (mayComplete(booking, now)) return true;
  return booking.live && asksAnother(booking, position) && Temporal.Instant.compare(now, booking.startsAt) < 0;
}

/** What the buttons refuse. */
export type DecideRefusal =
  | 'not-found'
  | 'cancelled'
  | 'over'
  | 'no-photo'
  | 'photo-changed'
  | 'already-decided'
  | 'needs-reason';

/** Accepting a photo that the checks find wrong, or that was kept with a reason, is a decision against them. */
export function needsOverride({ verdict }: Pick<PhotoOfBooking, 'verdict'>): boolean {
  return verdict === 'fail';
}
