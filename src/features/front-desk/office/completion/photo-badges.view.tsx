import { type Booking, photoStanding } from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { photoStateTexts } from './photo-state.text.ts';

/** How the photos of a booking stand with the office: what is still to be done, or that all of them are accepted. */
export function PhotoBadges({ booking, language }: { booking: Booking; language: Language }) {
  const t = photoStateTexts.for(language);
  if (!booking.live) return null;
  const standings = booking.people.map(({ position }) => photoStanding(booking, position));
  const count = (...wanted: typeof standings): number => standings.filter((one) => wanted.includes(one)).length;
  const [sent, asked] = [count('sent'), count('another-asked')];
  const accepted = count('accepted', 'overridden');
  return (
    <>
      {sent > 0 && (
        <Badge tone="info" icon="camera">
          {t('toLookAt', { count: sent })}
        </Badge>
      )}
      {asked > 0 && (
        <Badge tone="warning" icon="camera">
          {t('asked', { count: asked })}
        </Badge>
      )}
      {accepted === standings.length && (
        <Badge tone="success" icon="camera">
          {t('accepted', { count: accepted })}
        </Badge>
      )}
    </>
  );
}

/** The same in words, for paper: only what somebody at the door has to know. */
export function photoInWords(booking: Booking, language: Language): string | undefined {
  const t = photoStateTexts.for(language);
  const isDone = !booking.live || booking.status === 'served' || booking.status === 'no-show';
  if (isDone) return undefined;
  const asked = booking.people.filter(({ position }) => photoStanding(booking, position) === 'another-asked').length;
  return asked > 0 ? t('asked', { count: asked }) : undefined;
}
