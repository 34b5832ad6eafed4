import type { Service } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';
import { localText } from '#platform/language.ts';
import { capital, weekdays } from '#ui/calendar/weekdays.ts';
import { Card } from '#ui/card.tsx';
import { CheckboxesField, SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { SetUpHours, SetUpShift } from '../../set-up/hours.rules.ts';
import { horizons, notices } from '../../set-up/set-up.form.ts';
import { type StepFrame, StepForm, StepPage } from './set-up-page.view.tsx';
import { setUpTexts } from './set-up.text.ts';

type StepProps = StepFrame & { form: FormState };

export function DetailsStep(props: StepProps) {
  const { form } = props;
  const t = setUpTexts.for(form.language);
  return (
    <StepPage {...frameOf(props)} step="details" title={t('detailsTitle')} lead={t('detailsLead')}>
      <StepForm {...props} step="details">
        <TextField form={form} name="address" label={t('address')} hint={t('addressHint')} maxlength={300} />
        <TextField form={form} name="email" label={t('email')} type="email" maxlength={200} />
        <TextField form={form} name="phone" label={t('phone')} type="tel" maxlength={60} />
      </StepForm>
    </StepPage>
  );
}

export function HoursStep(props: StepProps) {
  const { form } = props;
  const t = setUpTexts.for(form.language);
  const days = weekdays(form.language).map(({ long }, index) => ({ value: String(index + 1), label: capital(long) }));
  return (
    <StepPage {...frameOf(props)} step="hours" title={t('hoursTitle')} lead={t('hoursLead')}>
      <StepForm {...props} step="hours">
        <Fieldset form={form} legend={t('morning')}>
          <CheckboxesField form={form} name="morningDays" label={t('days')} options={days} />
          <ShiftTimes form={form} name="morning" />
        </Fieldset>
        <Fieldset form={form} legend={t('afternoon')}>
          <CheckboxesField
            form={form}
            name="afternoonDays"
            label={t('days')}
            hint={t('afternoonHint')}
            options={days}
            optional
          />
          <ShiftTimes form={form} name="afternoon" optional />
        </Fieldset>
        <Fieldset form={form} legend={t('appointments')}>
          <TextField
            form={form}
            name="minutes"
            label={t('minutes')}
            hint={t('minutesHint')}
            inputmode="numeric"
            size="short"
            maxlength={3}
          />
          <TextField
            form={form}
            name="desks"
            label={t('desks')}
            hint={t('desksHint')}
            inputmode="numeric"
            size="short"
            maxlength={2}
          />
        </Fieldset>
      </StepForm>
    </StepPage>
  );
}

export function ServicesStep(props: StepProps & { services: readonly Service[] }) {
  const { form, services } = props;
  const t = setUpTexts.for(form.language);
  return (
    <StepPage {...frameOf(props)} step="services" title={t('servicesTitle')} lead={t('servicesLead')}>
      <StepForm {...props} step="services">
        <CheckboxesField
          form={form}
          name="services"
          label={t('servicesOffered')}
          options={services.map((service) => ({
            value: service.code,
            label: localText(service.name, form.language),
            hint: localText(service.summary, form.language),
          }))}
        />
      </StepForm>
    </StepPage>
  );
}

export function PlannerStep(props: StepProps & { hours: SetUpHours }) {
  const { form, hours } = props;
  const { language } = form;
  const t = setUpTexts.for(language);
  const { morning, afternoon, minutes, desks } = hours;
  return (
    <StepPage {...frameOf(props)} step="planner" title={t('plannerTitle')} lead={t('plannerLead')}>
      <Card title={t('week')} icon="calendar">
        <p class="mb-1">{shiftInWords(morning, language)}</p>
        {afternoon && <p class="mb-1">{shiftInWords(afternoon, language)}</p>}
        <p class="mb-0">{t('each', { minutes, desks })}</p>
      </Card>
      <StepForm {...props} step="planner">
        <DayField form={form} name="from" label={t('from')} />
        <SelectField
          form={form}
          name="horizonDays"
          label={t('horizon')}
          first={null}
          options={horizons.map((days) => ({ value: String(days), label: t('inDays', { days }) }))}
        />
        <SelectField
          form={form}
          name="noticeMinutes"
          label={t('notice')}
          first={null}
          options={notices.map((notice) => ({ value: String(notice), label: t(`notice${notice}`) }))}
        />
      </StepForm>
    </StepPage>
  );
}

/** From when to when, side by side. */
function ShiftTimes(props: { form: FormState; name: 'morning' | 'afternoon'; optional?: boolean }) {
  const { form, name, optional = false } = props;
  const t = setUpTexts.for(form.language);
  const field = { form, type: 'time', size: 'short', optional } as const;
  return (
    <div class="d-flex flex-wrap gap-4">
      <TextField {...field} name={`${name}Starts`} label={t('starts')} />
      <TextField {...field} name={`${name}Ends`} label={t('ends')} />
    </div>
  );
}

/** "lunedì, martedì e giovedì, 09:00–12:30" */
function shiftInWords({ weekdays: days, starts, ends }: SetUpShift, language: Language): string {
  const names = weekdays(language);
  const list = new Intl.ListFormat(language).format(days.map((day) => names[day - 1]?.long ?? ''));
  return capital(setUpTexts.for(language)('weekOf', { days: list, starts, ends }));
}

function frameOf({ context, at, form }: StepProps) {
  return { context, at, invalid: form.errors.length > 0 };
}
