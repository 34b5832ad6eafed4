import type { Language } from '#platform/language.ts';
import { localText } from '#platform/language.ts';
import { weekdays } from '#ui/calendar/weekdays.ts';
import { CheckboxesField, RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { everyWeekday } from '../../releases/release-rule.rules.ts';
import type { ReleaseRuleViewProps } from './rule.view.tsx';
import { releaseRuleTexts } from './rule.text.ts';

/** The fields of one kind of rule that opens seats by itself. */
export function RuleFields({ context, at, kind, form }: ReleaseRuleViewProps) {
  const { language } = context;
  const t = releaseRuleTexts.for(language);
  const days = weekdays(language).map(({ long }, index) => ({ value: String(index + 1), label: long }));
  const city = localText(at.office.city, language);
  return (
    <>
      {at.office.timeZone === 'Europe/Rome' ? (
        <input type="hidden" name="clock" value="office" />
      ) : (
        <RadioField
          form={form}
          name="clock"
          label={t('clock')}
          hint={t('clockHint')}
          options={[
            { value: 'office', label: t('clock.office', { city }) },
            { value: 'rome', label: t('clock.rome') },
          ]}
        />
      )}
      {(kind === 'rolling' || kind === 'drip') && (
        <CheckboxesField form={form} name="weekdays" label={t('weekdays')} hint={t('weekdaysHint')} options={days} />
      )}
      {kind === 'weekly' && (
        <Fieldset form={form} legend={t('timesLegend')} hint={t('timesHint')}>
          {everyWeekday.map((day) => (
            <TextField
              key={day}
              form={form}
              name={`times.${day}`}
              label={days[day - 1]?.label ?? ''}
              type="time"
              size="short"
              optional
            />
          ))}
        </Fieldset>
      )}
      {kind === 'monthly' && <OnMonth form={form} language={language} days={days} />}
      {(kind === 'rolling' || kind === 'monthly') && (
        <TextField form={form} name="time" label={t('time')} type="time" size="short" />
      )}
      {kind === 'drip' ? (
        <>
          <TextField form={form} name="from" label={t('from')} type="time" size="short" />
          <TextField form={form} name="until" label={t('until')} type="time" size="short" />
          <TextField
            form={form}
            name="everyMinutes"
            label={t('everyMinutes')}
            inputmode="numeric"
            size="short"
            maxlength={3}
          />
          <TextField
            form={form}
            name="seats"
            label={t('seats')}
            hint={t('seatsHint')}
            inputmode="numeric"
            size="short"
            maxlength={4}
          />
        </>
      ) : (
        <TextField
          form={form}
          name="spreadMinutes"
          label={t('spreadMinutes')}
          hint={t('spreadHint')}
          inputmode="numeric"
          size="short"
          maxlength={4}
          optional
        />
      )}
    </>
  );
}

function OnMonth(props: { form: FormState; language: Language; days: readonly { value: string; label: string }[] }) {
  const { form, language, days } = props;
  const t = releaseRuleTexts.for(language);
  return (
    <>
      <RadioField
        form={form}
        name="monthOn"
        label={t('monthOn')}
        options={(['day', 'weekday'] as const).map((value) => ({ value, label: t(`monthOn.${value}`) }))}
      />
      <TextField
        form={form}
        name="monthDay"
        label={t('monthDay')}
        inputmode="numeric"
        size="short"
        maxlength={2}
        optional
      />
      <SelectField
        form={form}
        name="monthNth"
        label={t('monthNth')}
        first={null}
        options={(['1', '2', '3', '4', '-1'] as const).map((value) => ({ value, label: t(`nth.${value}`) }))}
      />
      <SelectField form={form} name="monthWeekday" label={t('monthWeekday')} first={null} options={days} />
      <TextField
        form={form}
        name="months"
        label={t('months')}
        hint={t('monthsHint')}
        inputmode="numeric"
        size="short"
        maxlength={2}
        optional
      />
    </>
  );
}
