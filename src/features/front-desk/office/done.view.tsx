import { type Booking, liveOffer } from '#features/booking/index.ts';
import { Alert } from '#ui/alert.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { type AtOffice, bookingPath, deskPath } from '../at-office.ts';
import { doneTexts } from './done.text.ts';

const deeds = ['take-in-charge', 'give-back', 'cancel', 'offer', 'move', 'remove', 'keep'] as const;

/** What the page of a booking says was just done to it. */
export type Deed = (typeof deeds)[number];

export function isDeed(text: string): text is Deed {
  return deeds.some((deed) => deed === text);
}

/** The page of a booking, which says there what was done; anything else leads to it as it is. */
export function afterDeed(office: AtOffice['office'], code: string, deed: string): string {
  const path = bookingPath(office, code);
  return isDeed(deed) ? `${path}?done=${deed}` : path;
}

/** What was just done, at the top and spoken; an old address says nothing that is no longer so. */
export function Done(props: {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  now: Temporal.Instant;
  deed: Deed;
  note: string | null;
}) {
  const { context, at, booking, now, deed, note } = props;
  const { language } = context;
  const t = doneTexts.for(language);
  if (!isSo(deed, booking, now)) return null;
  const isReached = booking.contactEmail !== null || booking.writtenTo !== null;
  return (
    <Alert language={language} tone="success" title={t(deed)} live>
      <p>
        {t(`${deed}What`)} {t(isReached ? 'told' : 'notTold')}
      </p>
      {deed === 'take-in-charge' && note && <p>{t('note', { note })}</p>}
      {deed !== 'take-in-charge' && deed !== 'give-back' && <a href={deskPath(at.office, 'to-do')}>{t('toDo')}</a>}
    </Alert>
  );
}

function isSo(deed: Deed, booking: Booking, now: Temporal.Instant): boolean {
  switch (deed) {
    case 'take-in-charge':
      return booking.takenInChargeAt !== null;
    case 'give-back':
      return booking.takenInChargeAt === null;
    case 'cancel':
      return booking.status === 'cancelled';
    case 'offer':
      return liveOffer(booking.offer, now) !== undefined;
    case 'remove':
      return booking.live;
    case 'move':
    case 'keep':
      return booking.live && booking.offer === null;
  }
}
