import { officeChangeRules } from '#features/identity/index.ts';
import type { Office } from '#features/offices/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { ChangeReview, OwnOffice } from './own-office.query.ts';
import { ownOfficeTexts } from './own-office.text.ts';

interface Props {
  context: PageContext;
  own: OwnOffice;
  review: ChangeReview;
  country: string;
  /** From when one may change again; undefined: now. */
  mayFrom: Temporal.Instant | undefined;
  next: string | undefined;
}

/** What a change of office does, before it is confirmed. */
export function ReviewChangeView({ context, own, review, country, mayFrom, next }: Props) {
  const { language, csrf } = context;
  const t = ownOfficeTexts.for(language);
  const { to } = review;
  const title = own.office ? t('titleChange') : t('titleChoose');
  const again = new URLSearchParams({ ...(country && { country }), ...(next && { next }) });
  const isFirst = own.office === undefined;
  const isBlocked = !isFirst && mayFrom !== undefined;
  return (
    <Layout
      context={context}
      title={t('reviewTitle')}
      width="text"
      breadcrumb={[
        { label: t('profile'), href: sitePaths.profile },
        { label: title, href: '/profile/office' },
        { label: t('reviewTitle') },
      ]}
    >
      <PageHeading title={t('reviewTitle')} />
      <SummaryList
        language={language}
        rows={[
          { key: t('from'), value: own.office ? localText(own.office.name, language) : t('noOffice') },
          { key: t('to'), value: <a href={`/offices/${to.code}`}>{localText(to.name, language)}</a> },
          { key: t('when'), value: t('atOnce') },
        ]}
      />
      {isBlocked && (
        <Alert language={language} tone="warning" title={t('tooOften', officeChangeRules)}>
          <p class="mb-0">{t('tooOftenAbout', { day: dayMonthYear(dayIn(mayFrom, to.timeZone), language) })}</p>
        </Alert>
      )}
      <h2 class="h4 mt-4">{t('bookings')}</h2>
      <Bookings review={review} language={language} />
      <h2 class="h4 mt-4">{t('services', { new: localText(to.name, language) })}</h2>
      <Services review={review} language={language} />
      {!isFirst && <p>{t('oldServed')}</p>}
      <p class="t-muted">
        {t('letter')} {!isFirst && t('limit', officeChangeRules)}
      </p>
      <div class="t-actions">
        {!isBlocked && (
          <ActionForm
            action="/profile/office"
            csrf={csrf}
            language={language}
            hidden={{ office: to.code, ...(next && { next }) }}
          >
            <Button busy={t('busy')}>{t('confirm')}</Button>
          </ActionForm>
        )}
        <ButtonLink href={`/profile/office?${again.toString()}`} kind="secondary">
          {t('other')}
        </ButtonLink>
        {next && (
          <ButtonLink href={next} kind="plain">
            {t('back')}
          </ButtonLink>
        )}
      </div>
    </Layout>
  );
}

function Bookings({ review, language }: { review: ChangeReview; language: Language }) {
  const t = ownOfficeTexts.for(language);
  const to = localText(review.to.name, language);
  if (review.bookings.length === 0) return <p>{t('bookingsNone')}</p>;
  return (
    <>
      <p>{t('bookingsStay')}</p>
      <ul>
        {review.bookings.map(({ booking, servedOnly, again }) => (
          <li key={booking.code}>
            <a href={`/bookings/${booking.code}`}>
              {localText(booking.serviceName, language)}, {localText(booking.officeName, language)},{' '}
              {dayOfMonth(dayIn(booking.startsAt, booking.timeZone), language)},{' '}
              {clockTime(booking.startsAt, booking.timeZone)}
            </a>
            {servedOnly && <p>{t('bookingServed', { old: localText(booking.officeName, language), new: to })}</p>}
            {again && <p>{t('bookingAgain', { new: to })}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Services({ review, language }: { review: ChangeReview; language: Language }) {
  const t = ownOfficeTexts.for(language);
  if (review.services.length === 0) {
    return (
      <p>
        {t('servicesNone')} <OfficeLink office={review.to} language={language} />
      </p>
    );
  }
  return (
    <ul>
      {review.services.map(({ code, name, servedOnly, identifiedOnly }) => (
        <li key={code}>
          <a href={`/offices/${review.to.code}/${code}`}>{localText(name, language)}</a>
          {servedOnly && <span class="t-muted">: {t('onlyServed')}</span>}
          {identifiedOnly && <span class="t-muted">: {t('onlyIdentified')}</span>}
        </li>
      ))}
    </ul>
  );
}

function OfficeLink({ office, language }: { office: Office; language: Language }) {
  return <a href={`/offices/${office.code}`}>{localText(office.name, language)}</a>;
}
