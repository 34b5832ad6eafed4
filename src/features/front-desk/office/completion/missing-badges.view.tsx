import { type Booking, completableOf, completionTexts, missingOf } from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';

/** What the office asked for and has not got, on a line of the agenda. */
export function MissingBadges({ booking, language }: { booking: Booking; language: Language }) {
  const t = completionTexts.for(language);
  const { photos, delivery } = missingOf(completableOf(booking));
  const isDone = booking.status === 'served' || booking.status === 'no-show';
  if (isDone) return null;
  return (
    <>
      {photos.length > 0 && (
        <Badge tone="warning" icon="camera">
          {photos.length > 1 ? t('badgePhotos', { count: photos.length }) : t('badgePhoto')}
        </Badge>
      )}
      {delivery && (
        <Badge tone="warning" icon="mail">
          {t('badgeDelivery')}
        </Badge>
      )}
    </>
  );
}
