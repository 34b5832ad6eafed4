import type { Offering, Question } from '#features/offices/index.ts';
import { clockTime, longDate, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { TimeChoices } from '#ui/calendar/time-choices.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { type AtOffice, deskPath } from '../../at-office.ts';
import type { DeskTimes } from './desk-times.query.ts';
import { newBookingTexts } from './new-booking.text.ts';
import { PersonFields, RestFields } from './new-booking-people.view.tsx';

const formId = 'new-booking';

export interface NewBookingProps {
  context: PageContext;
  at: AtOffice;
  offering: Offering;
  questions: readonly Question[];
  times: DeskTimes;
  form: FormState;
  /** at the office */
  today: Temporal.PlainDate;
}

/** When on the left, who on the right, one button. */
export function NewBookingView(props: NewBookingProps) {
  const { context, at, offering, questions, times, form } = props;
  const { language } = context;
  const t = newBookingTexts.for(language);
  const path = deskPath(at.office, 'bookings/new');
  const party = Number(form.values['party']);
  const first = times.firstDays[0];
  return (
    <OfficeLayout
      width="full"
      context={context}
      at={at}
      title={t('title')}
      formId={formId}
      invalid={form.errors.length > 0}
    >
      <PageHeading
        kicker={t('title')}
        title={localText(offering.serviceName, language)}
        lead={first ? t('leadFirst', { day: longDate(first.date, language) }) : t('leadNone')}
        aside={
          <ButtonLink href={path} kind="plain" icon="exchange">
            {t('otherService')}
          </ButtonLink>
        }
      />
      <Form id={formId} form={form} csrf={context.csrf} action={path}>
        <input type="hidden" name="service" value={offering.serviceCode} />
        <input type="hidden" name="form" value={String(form.values['form'])} />
        <div class="row">
          <div class="col-lg-5">
            <When {...props} />
          </div>
          <div class="col-lg-7">
            {Array.from({ length: party }, (_, position) => (
              <PersonFields key={position} {...{ form, position, party, offering, questions }} />
            ))}
            <RestFields form={form} offering={offering} office={at.office} onlyPartner={!at.may('see-booking')} />
            <p class="t-muted">{t('privacy')}</p>
            <Actions>
              <Button busy={t('busy')}>{t('book')}</Button>
            </Actions>
          </div>
        </div>
      </Form>
    </OfficeLayout>
  );
}

function When({ context, at, offering, times, form, today }: NewBookingProps) {
  const { language } = context;
  const t = newBookingTexts.for(language);
  const sizes = Array.from({ length: offering.partyMax }, (_, index) => String(index + 1));
  return (
    <Fieldset form={form} legend={t('when')}>
      <div class="row g-2 align-items-end">
        {sizes.length > 1 ? (
          <div class="col-sm-5">
            <SelectField
              form={form}
              name="party"
              label={t('party')}
              first={null}
              options={sizes.map((size) => ({ value: size, label: size }))}
            />
          </div>
        ) : (
          <input type="hidden" name="party" value="1" />
        )}
        <div class="col-sm-7">
          <DayField form={form} name="date" label={t('date')} min={today.toString()} />
        </div>
      </div>
      {offering.asksResidence && (
        <SelectField
          form={form}
          name="livesHere"
          label={t('livesHere')}
          first={t('livesUnsaid')}
          hint={t('livesHint')}
          optional
          options={[
            { value: 'yes', label: t('lives', { city: localText(at.office.city, language) }) },
            { value: 'no', label: t('livesElsewhere') },
          ]}
        />
      )}
      <Button kind="secondary" small name="show" value="times">
        {t('show')}
      </Button>
      {times.firstDays.length > 0 && (
        <>
          <p class="mb-1 mt-3" id="first-days">
            {t('firstDays')}
          </p>
          <div class="d-flex flex-wrap gap-2 mb-3" role="group" aria-labelledby="first-days">
            {times.firstDays.map(({ date, free }) => (
              <Button key={date.toString()} kind="secondary" small name="pick" value={date.toString()}>
                {t('firstDay', { day: shortDate(date, language), free })}
              </Button>
            ))}
          </div>
        </>
      )}
      {times.found === 'none' ? (
        <p>{t('none')}</p>
      ) : (
        <TimeChoices
          form={form}
          name="slot"
          label={t('times')}
          hint={times.found === 'near' ? t('near') : undefined}
          days={times.days.map(({ day, slots }) => ({
            heading: capital(longDate(day, language)),
            slots: slots.map(({ id, startsAt, free }) => ({
              id,
              free,
              time: clockTime(startsAt, at.office.timeZone),
            })),
          }))}
        />
      )}
    </Fieldset>
  );
}
