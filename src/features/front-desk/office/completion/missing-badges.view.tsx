import { asksAnother, type Booking, completableOf, completionTexts, missingOf } from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { PhotoBadges } from './photo-badges.view.tsx';

/** What the office asked for and has not got, and how the photos stand, on a line of the agenda. */
export function MissingBadges({ booking, language }: { booking: Booking; language: Language }) {
  const t = completionTexts.for(language);
  const { photos, delivery } = missingOf(completableOf(booking));
  // Said by the badge of what was asked for again.
  const absent = photos.filter((position) => !asksAnother(booking, position));
  const isDone = booking.status === 'served' || booking.status === 'no-show';
  if (isDone) return null;
  return (
    <>
      {absent.length > 0 && (
        <Badge tone="warning" icon="camera">
          {absent.length > 1 ? t('badgePhotos', { count: absent.length }) : t('badgePhoto')}
        </Badge>
      )}
      <PhotoBadges booking={booking} language={language} />
      {delivery && (
        <Badge tone="warning" icon="mail">
          {t('badgeDelivery')}
        </Badge>
      )}
    </>
  );
}
