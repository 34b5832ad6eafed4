import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { type Language, localeOf } from '#platform/language.ts';
import { completeUntil, isComplete, type Completable, missingOf } from './completion.rules.ts';
import { completionTexts } from './completion.text.ts';

/** What has to be known to say what is missing: whose names they are is left out where a letter may be passed on. */
export interface CompletableInWords extends Completable {
  readonly people: readonly { readonly position: number; readonly name: string }[];
}

/** `Manca ancora: la foto e la scelta della consegna.`, and until when; undefined when nothing is missing. */
export function missingWords(
  booking: CompletableInWords,
  { language, zone, now }: { language: Language; zone: string; now: Temporal.Instant },
): string | undefined {
  const missing = missingOf(booking);
  if (isComplete(missing)) return undefined;
  const t = completionTexts.for(language);
  const several = booking.people.length > 1;
  const photos = missing.photos.map((position) => {
    const name = booking.people.find((person) => person.position === position)?.name;
    const unsaid = booking.photos.some((photo) => photo.position === position && photo.state === 'proposed');
    if (several && name !== undefined) return t(unsaid ? 'unsaidPhotoOf' : 'missingPhotoOf', { name });
    return t(unsaid ? 'unsaidPhoto' : 'missingPhoto');
  });
  const list = new Intl.ListFormat(localeOf(language)).format([
    ...photos,
    ...(missing.delivery ? [t('missingDelivery')] : []),
  ]);
  const still = t('stillMissing', { list });
  const until = completeUntil(booking);
  return Temporal.Instant.compare(now, until) < 0
    ? `${still} ${t('byWhen', momentWords(until, zone, language))}`
    : still;
}

/** `{ day: 'lunedì 14 dicembre 2026', time: '10:00' }`, on the office's clock. */
export function momentWords(at: Temporal.Instant, zone: string, language: Language): { day: string; time: string } {
  return { day: longDate(dayIn(at, zone), language), time: clockTime(at, zone) };
}
