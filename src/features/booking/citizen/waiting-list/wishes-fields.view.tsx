import { dayMonthYear } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { weekdays } from '#ui/calendar/weekdays.ts';
import { CheckboxesField, SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { OtherOffice } from '../../waiting-list/other-offices.query.ts';
import type { Wishes } from '../../waiting-list/wishes.rules.ts';
import { wishesTexts } from './wishes.text.ts';

/** When, where and with how many somebody could come. */
export function WishesFields(props: {
  form: FormState;
  partyMax: number;
  city: LocalText;
  today: Temporal.PlainDate;
  others: readonly OtherOffice[];
}) {
  const { form, partyMax, city, today, others } = props;
  const { language } = form;
  const t = wishesTexts.for(language);
  const counts = Array.from({ length: partyMax }, (_, index) => index + 1);
  const min = today.toString();
  return (
    <>
      {partyMax > 1 && (
        <SelectField
          form={form}
          name="party"
          label={t('party')}
          hint={t('partyHint')}
          first={null}
          options={counts.map((count) => ({ value: String(count), label: t('partyOption', { count }) }))}
        />
      )}
      <CheckboxesField
        form={form}
        name="weekdays"
        label={t('weekdays')}
        options={weekdays(language).map(({ long }, index) => ({ value: String(index + 1), label: long }))}
      />
      <Fieldset form={form} legend={t('days')} hint={t('daysHint')}>
        <DayField form={form} name="fromDay" label={t('fromDay')} min={min} optional />
        <DayField form={form} name="toDay" label={t('toDay')} min={min} optional />
      </Fieldset>
      <Fieldset form={form} legend={t('hours')} hint={t('hoursHint', { city: localText(city, language) })}>
        <TextField form={form} name="fromTime" label={t('fromTime')} type="time" size="short" optional />
        <TextField form={form} name="toTime" label={t('toTime')} type="time" size="short" optional />
      </Fieldset>
      {others.length > 0 && (
        <CheckboxesField
          form={form}
          name="offices"
          label={t('offices')}
          hint={t('officesHint')}
          optional
          options={others.map(({ code, name }) => ({ value: code, label: localText(name, language) }))}
        />
      )}
    </>
  );
}

/** "Una persona · lunedì, giovedì · dal 10 gennaio 2027 · fra le 09:00 e le 12:00" */
export function wishWords(wishes: Wishes, language: Language): string {
  const t = wishesTexts.for(language);
  const names = weekdays(language);
  const week =
    wishes.weekdays.length === 7 ? undefined : wishes.weekdays.map((day) => names[day - 1]?.long ?? '').join(', ');
  const days = between(wishes.fromDay, wishes.toDay, (day) => dayMonthYear(day, language));
  const hours = between(wishes.fromTime, wishes.toTime, (time) => time.toString({ smallestUnit: 'minute' }));
  return [
    t('partyOption', { count: wishes.party }),
    week ?? (days ? undefined : t('anyDay')),
    days && t('daysBetween', days),
    hours ? t('hoursBetween', hours) : t('anyHour'),
  ]
    .filter((words) => words !== undefined)
    .join(' · ');
}

function between<Value>(from: Value | null, to: Value | null, words: (value: Value) => string) {
  if (from === null && to === null) return undefined;
  const which = from !== null && to !== null ? 'both' : from !== null ? 'from' : 'to';
  return { which, from: from === null ? '' : words(from), to: to === null ? '' : words(to) };
}
