import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { UncoveredBooking } from '../../slots/uncovered-bookings.query.ts';
import type { ForeseenSeats } from './foreseen-seats.ts';
import { moveRuleTexts } from './move-rule.text.ts';
import { previewTexts } from './hours-preview.text.ts';
import type { PlannerPageProps } from '../planner-page.ts';

/** Appointments of one page of the list. */
export const uncoveredOnPage = 50;

/** The appointments that lose their seat, fifty at a time. */
export function UncoveredList(
  props: PlannerPageProps & {
    bookings: readonly UncoveredBooking[];
    q: string;
    page: number;
    /** where the list stands: its own address and fields, without search and page */
    action: string;
    hidden: readonly (readonly [string, string])[];
    /** the seat each would be offered, where that is known */
    seats?: ForeseenSeats | undefined;
  },
) {
  const { context, at, bookings, q, action, hidden } = props;
  const seats = props.seats === 'too-many' ? undefined : props.seats;
  const { language } = context;
  const t = previewTexts.for(language);
  if (bookings.length === 0) return null;
  const found = matching(bookings, q);
  const last = Math.max(1, Math.ceil(found.length / uncoveredOnPage));
  const page = Math.min(props.page, last);
  const from = (page - 1) * uncoveredOnPage;
  const shown = found.slice(from, from + uncoveredOnPage);
  const href = (number: number) => {
    const search = q === '' ? [] : [['q', q]];
    return `${action}?${new URLSearchParams([...hidden, ...search, ['page', String(number)]].map(([name = '', value = '']): [string, string] => [name, value])).toString()}#appointments`;
  };
  const columns = [
    { label: t('booking') },
    { label: t('when') },
    ...(seats ? [{ label: moveRuleTexts.for(language)('newSeat') }] : []),
    { label: t('service') },
  ];
  return (
    <>
      <h2 id="appointments">{t('list', { count: bookings.length })}</h2>
      <p>{t('listLead')}</p>
      {bookings.length > 10 && (
        <SearchForm
          language={language}
          action={action}
          label={t('search')}
          hint={t('searchHint')}
          value={q}
          hidden={Object.fromEntries(hidden)}
        />
      )}
      {found.length === 0 && <p>{t('noneFound', { q })}</p>}
      {q !== '' && (
        <p>
          <a
            href={`${action}?${new URLSearchParams(hidden.map(([name, value]): [string, string] => [name, value])).toString()}#appointments`}
          >
            {t('showAll')}
          </a>
        </p>
      )}
      {found.length > uncoveredOnPage && (
        <p class="t-muted">{t('shown', { from: from + 1, to: from + shown.length, count: found.length })}</p>
      )}
      {shown.length > 0 && (
        <Table
          caption={t('list', { count: bookings.length })}
          dense
          columns={[...columns, { label: t('partySize'), numeric: true }]}
          rows={shown.map((booking) => ({
            key: booking.code,
            cells: [
              <BookingCode at={at} code={booking.code} familyName={booking.familyName} />,
              when(booking.startsAt),
              ...(seats ? [newSeat(seats.get(booking.code))] : []),
              localText(booking.service, language),
              booking.party,
            ],
          }))}
        />
      )}
      <Pagination
        language={language}
        previous={page > 1 ? href(page - 1) : undefined}
        next={page < last ? href(page + 1) : undefined}
      />
    </>
  );

  function when(instant: Temporal.Instant): string {
    const { timeZone } = at.office;
    return `${capital(longDate(dayIn(instant, timeZone), language))}, ${clockTime(instant, timeZone)}`;
  }

  function newSeat(seat: Temporal.Instant | null | undefined) {
    return seat ? when(seat) : <strong>{moveRuleTexts.for(language)('noSeat')}</strong>;
  }
}

/** A booking's code; for whoever may open bookings a link, with the surname. */
export function BookingCode(props: Pick<PlannerPageProps, 'at'> & { code: string; familyName: string | null }) {
  const { at, code, familyName } = props;
  const words = (
    <span class="t-code" translate={false}>
      {code}
    </span>
  );
  if (!at.may('see-booking')) return words;
  return (
    <>
      <a href={`/office/${at.office.code}/bookings/${code}`}>{words}</a>
      {familyName && (
        <>
          {' '}
          <span translate={false}>{familyName}</span>
        </>
      )}
    </>
  );
}

function matching(bookings: readonly UncoveredBooking[], q: string): readonly UncoveredBooking[] {
  const wish = q.toLocaleLowerCase();
  if (wish === '') return bookings;
  return bookings.filter(({ code, service }) =>
    [code, ...Object.values(service)].some((text) => text?.toLocaleLowerCase().includes(wish)),
  );
}
