import type {
  Booking,
  PersonOfBooking,
  PhotoCounts,
  PhotoDecisionInFull,
  PhotoDetails,
  PhotoOfBooking,
  QueuedPhoto,
  TakenDecision,
} from '#features/booking/index.ts';
import { photoViews } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { capital } from '#ui/calendar/weekdays.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { Decide } from './decide.view.tsx';
import { PhotoList } from './photo-list.view.tsx';
import { PhotoNotice } from './photo-notice.view.tsx';
import { CutPhoto, WhatIsKnown } from './photo-seen.view.tsx';
import { photosPath, type PhotosLook } from './photos-path.ts';
import { photosTexts } from './photos.text.ts';

/** Why a press did nothing. */
export const lostWhys = ['already-decided', 'photo-changed', 'no-photo', 'over', 'nothing-to-undo', 'stale'] as const;
export type LostWhy = (typeof lostWhys)[number];

/** One person’s photo with everything that is known of it. */
export interface ShownPhoto {
  readonly booking: Booking;
  readonly person: PersonOfBooking;
  /** the one that counts; undefined where its person took it back */
  readonly photo: PhotoOfBooking | undefined;
  readonly details: PhotoDetails | undefined;
  /** about this person’s photos, the latest last */
  readonly decisions: readonly PhotoDecisionInFull[];
}

export interface PhotosProps {
  context: PageContext;
  at: AtOffice;
  look: PhotosLook;
  counts: PhotoCounts;
  rows: readonly QueuedPhoto[];
  shown: ShownPhoto | undefined;
  form: FormState;
  notice: { done: TakenDecision | undefined; lost: LostWhy | undefined; undone: boolean };
}

export type OnePhotoProps = PhotosProps & { shown: ShownPhoto };

/** The photo large, what is known of it beside, and one press to decide; the next one follows. */
export function PhotosView(props: PhotosProps) {
  const { context, at, look, counts, shown, form } = props;
  const t = photosTexts.for(context.language);
  const empty = { sent: t('noneText'), asked: t('noneAsked'), decided: t('noneDecided') };
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('title')} invalid={form.errors.length > 0}>
      <div class="t-photo-bar">
        <PageHeading title={t('title')} />
        <nav class="d-flex flex-wrap gap-2" aria-label={t('views')}>
          {photoViews.map((view) => (
            <a
              key={view}
              class={view === look.view ? 'btn btn-primary btn-sm' : 'btn btn-outline-primary btn-sm'}
              aria-current={view === look.view ? 'page' : undefined}
              href={photosPath(at.office, { view })}
            >
              {t(view, { count: counts[view] })}
            </a>
          ))}
        </nav>
        <Ways {...props} />
      </div>
      <PhotoNotice {...props} />
      {shown ? (
        <One {...props} shown={shown} />
      ) : (
        <EmptyState icon="camera" title={t('none')}>
          <p>{empty[look.view]}</p>
        </EmptyState>
      )}
      <PhotoList {...props} />
      {shown && (
        <details class="mt-3 t-no-print" hidden data-photo-keys>
          <summary>{t('keys')}</summary>
          <p class="mt-2">{t('keysAbout')}</p>
          <button type="button" class="btn btn-outline-primary btn-sm" aria-pressed="true">
            {t('keysOn')}
          </button>
        </details>
      )}
    </OfficeLayout>
  );
}

/** Where the photo stands in the list, and the ways to its neighbours. */
function Ways({ context, at, look, rows, shown }: PhotosProps) {
  const t = photosTexts.for(context.language);
  const index = rows.findIndex(
    ({ code, position }) => code === shown?.booking.code && position === shown.person.position,
  );
  if (index === -1) return null;
  const [before, after] = [rows[index - 1], rows[index + 1]];
  return (
    <div class="t-photo-ways">
      {before && (
        <a
          class="btn t-btn-plain btn-sm"
          href={photosPath(at.office, { ...look, at: before })}
          rel="prev"
          data-key="left"
        >
          <Icon name="arrow-left" />
          {t('previous')}
        </a>
      )}
      <span>{t('place', { number: index + 1, count: rows.length })}</span>
      {after && (
        <a
          class="btn t-btn-plain btn-sm"
          href={photosPath(at.office, { ...look, at: after })}
          rel="next"
          data-key="right"
        >
          {t('next')}
          <Icon name="arrow-right" />
        </a>
      )}
    </div>
  );
}

function One(props: OnePhotoProps) {
  const { context, at, shown } = props;
  const { booking, person } = shown;
  const { language } = context;
  const t = photosTexts.for(language);
  const { startsAt, timeZone } = booking;
  const when = `${capital(longDate(dayIn(startsAt, timeZone), language))}, ${clockTime(startsAt, timeZone)}`;
  return (
    <section class="t-photo-desk" aria-labelledby="photo-of">
      <CutPhoto {...props} />
      <div class="t-photo-known">
        <h2 id="photo-of" class="h3" translate={false}>
          {person.givenName} {person.familyName}
        </h2>
        <p>
          {when} · {localText(booking.serviceName, language)} ·{' '}
          <a href={bookingPath(at.office, booking.code)} aria-label={`${t('open')}: ${booking.code}`}>
            <span class="t-code" translate={false}>
              {booking.code}
            </span>
          </a>
        </p>
        <WhatIsKnown {...props} />
      </div>
      <Decide {...props} />
    </section>
  );
}
