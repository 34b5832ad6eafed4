import type { SelectedBooking, selectionChoices, SelectionCount } from '#features/booking/index.ts';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button } from '#ui/button.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { ErrorSummary } from '#ui/fields/error-summary.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { massPaths, withFields } from './mass-paths.ts';
import { type AskedSelection, onPage, selectionValues } from './selection.form.ts';
import { massTexts } from './mass.text.ts';
import { massMoveTexts } from './move.text.ts';

interface SelectionProps {
  context: PageContext;
  at: AtOffice;
  asked: AskedSelection;
  count: SelectionCount;
  choices: Awaited<ReturnType<typeof selectionChoices>>;
  bookings: readonly SelectedBooking[];
  number: number;
}

/** Which bookings: by day, hours, planner and service; then all of them, or those ticked. */
export function SelectionView(props: SelectionProps) {
  const { context, at, asked, count } = props;
  const { language } = context;
  const t = massTexts.for(language);
  return (
    <OfficeLayout
      width="full"
      context={context}
      at={at}
      title={t('selectTitle')}
      invalid={asked.errors.length > 0}
      breadcrumb={[{ label: t('listTitle'), href: massPaths.list(at.office) }, { label: t('selectTitle') }]}
    >
      <PageHeading title={t('selectTitle')} lead={t('selectLead')} />
      <ErrorSummary language={language} errors={asked.errors} />
      <Filter {...props} />
      {asked.errors.length === 0 && count.count === 0 && (
        <EmptyState icon="calendar" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      )}
      {asked.errors.length === 0 && count.count > 0 && <Choose {...props} />}
    </OfficeLayout>
  );
}

function Filter({ context, at, asked, choices }: SelectionProps) {
  const { language } = context;
  const t = massTexts.for(language);
  const form = { language, values: asked.values, errors: asked.errors };
  const services = choices.services.map(({ code, name }) => ({ value: code, label: localText(name, language) }));
  const planners = choices.planners.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <form action={massPaths.select(at.office)} novalidate>
      <div class="t-field-pair">
        <DayField form={form} name="from" label={t('from')} />
        <DayField form={form} name="to" label={t('to')} optional />
      </div>
      <div class="t-field-pair">
        <TextField form={form} name="starts" label={t('starts')} type="time" size="short" optional />
        <TextField form={form} name="ends" label={t('ends')} type="time" size="short" optional />
      </div>
      <div class="t-field-pair">
        <SelectField
          form={form}
          name="service"
          label={t('service')}
          first={t('allServices')}
          options={services}
          optional
        />
        {planners.length > 1 && (
          <SelectField
            form={form}
            name="planner"
            label={t('planner')}
            first={t('allPlanners')}
            options={planners}
            optional
          />
        )}
      </div>
      <Actions>
        <Button kind="secondary">{t('show')}</Button>
      </Actions>
    </form>
  );
}

function Choose(props: SelectionProps) {
  const { context, at, asked, count, bookings, number } = props;
  const { language } = context;
  const t = massTexts.for(language);
  const { office } = at;
  const fields = selectionValues(asked.values, false);
  const form = { language, values: { who: 'all', ...asked.values }, errors: [] };
  const last = Math.ceil(count.count / onPage);
  const href = (page: number) => `${withFields(massPaths.select(office), [...fields, ['page', String(page)]])}#found`;
  return (
    <form action={massPaths.page(office, at.may('write-to-many') ? 'message' : 'cancel')}>
      <h2 id="found">{t('found', { count: count.count, people: count.people })}</h2>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Found {...props} />
      <Pagination
        language={language}
        previous={number > 1 ? href(number - 1) : undefined}
        next={number < last ? href(number + 1) : undefined}
      />
      <RadioField
        form={form}
        name="who"
        label={t('who')}
        options={[
          { value: 'all', label: t('whoAll', { count: count.count }) },
          {
            value: 'ticked',
            label: t('whoTicked'),
            hint: bookings.length < count.count ? t('whoTickedHint') : undefined,
          },
        ]}
      />
      <Actions>
        {at.may('write-to-many') && (
          <Button icon="mail" formaction={massPaths.page(office, 'message')}>
            {t('writeThem')}
          </Button>
        )}
        {at.may('write-to-many') && (
          <Button kind="secondary" icon="calendar" formaction={massPaths.move(office)}>
            {massMoveTexts.for(language)('offerThem')}
          </Button>
        )}
        {at.may('cancel') && (
          <Button kind="danger" icon="ban" formaction={massPaths.page(office, 'cancel')}>
            {t('cancelThem')}
          </Button>
        )}
      </Actions>
    </form>
  );
}

function Found({ context, at, bookings }: SelectionProps) {
  const { language } = context;
  const t = massTexts.for(language);
  const { timeZone } = at.office;
  return (
    <Table
      dense
      caption={t('selectTitle')}
      columns={[
        { label: t('booking') },
        { label: t('code') },
        { label: t('when') },
        { label: t('service') },
        { label: t('status') },
        { label: t('email') },
      ]}
      rows={bookings.map((booking) => ({
        key: booking.id,
        cells: [
          <div class="t-choice">
            <input type="checkbox" id={`code-${booking.code}`} name="code" value={booking.code} />
            <label for={`code-${booking.code}`} translate={false}>
              {[booking.familyName, booking.givenName].filter(Boolean).join(' ') || booking.code}
            </label>
          </div>,
          <a class="t-code" href={bookingPath(at.office, booking.code)} translate={false}>
            {booking.code}
          </a>,
          `${shortDate(dayIn(booking.startsAt, timeZone), language)}, ${clockTime(booking.startsAt, timeZone)}`,
          localText(booking.service, language),
          <BookingBadge language={language} status={booking.status} />,
          booking.hasEmail ? t('yes') : <strong>{booking.phone ?? t('noContact')}</strong>,
        ],
      }))}
    />
  );
}
