import type { Language } from '#platform/language.ts';
import type { Booking } from '../booking.query.ts';
import { delegateWords, deliveryWords } from '../delivery/delivery-words.ts';
import { completableOf, missingOf } from './completion.rules.ts';
import { completionTexts } from './completion.text.ts';

/** What a receipt says of photos, delivery and who collects: nothing where nothing is taken. */
export function completedInWords(booking: Booking, language: Language): string[] {
  const t = completionTexts.for(language);
  const { completion, photos, delivery, party } = booking;
  const lines: string[] = [];
  const count = photos.filter(({ state }) => state === 'accepted').length;
  if (count > 0) lines.push(party > 1 ? `${t('photosSent', { count, party })}.` : `${t('photoSent')}.`);
  else if (missingOf(completableOf(booking)).photos.length > 0) lines.push(`${t('photo')}: ${t('photoMissing')}.`);
  if (completion.delivery !== 'none' || delivery !== null)
    lines.push(`${t('delivery')}: ${deliveryWords(delivery, completion, language)}.`);
  if (delivery?.delegate) lines.push(`${delegateWords(delivery.delegate, language)}.`);
  return lines;
}
