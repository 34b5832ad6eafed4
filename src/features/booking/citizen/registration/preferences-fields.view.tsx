import { dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { weekdays } from '#ui/calendar/weekdays.ts';
import { CheckboxesField, CheckboxField, RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DrawPlace } from '../../registration-draw/seats-offered.query.ts';
import type { Wishes } from '../../waiting-list/wishes.rules.ts';
import type { SeatsFacts } from './facts.ts';
import { preferencesTexts } from './preferences.text.ts';

/** When, where and with how many somebody could come. */
export function PreferencesFields(props: {
  form: FormState;
  places: readonly DrawPlace[];
  facts: SeatsFacts;
  today: Temporal.PlainDate;
  /** there is a list to be put on */
  hasWaitingList: boolean;
  asksResidence: boolean;
  /** it was decided when they registered */
  fixedParty?: boolean;
}) {
  const { form, places, facts, today, hasWaitingList, asksResidence, fixedParty = false } = props;
  const { language } = form;
  const t = preferencesTexts.for(language);
  const [own] = places;
  const partyMax = Math.max(1, ...places.map((place) => place.partyMax));
  const counts = Array.from({ length: partyMax }, (_, index) => index + 1);
  const offices = places.map(({ officeCode, officeName }) => ({
    value: officeCode,
    label: localText(officeName, language),
  }));
  const days =
    facts.first && facts.last
      ? { first: dayMonthYear(facts.first, language), last: dayMonthYear(facts.last, language) }
      : undefined;
  return (
    <>
      {partyMax > 1 && !fixedParty && (
        <SelectField
          form={form}
          name="party"
          label={t('party')}
          hint={t('partyHint')}
          first={null}
          options={counts.map((count) => ({ value: String(count), label: t('partyOption', { count }) }))}
        />
      )}
      {(partyMax === 1 || fixedParty) && <input type="hidden" name="party" value={valueOf(form, 'party') || '1'} />}
      <CheckboxesField
        form={form}
        name="weekdays"
        label={t('weekdays')}
        options={weekdays(language).map(({ long }, index) => ({ value: String(index + 1), label: long }))}
      />
      <Fieldset form={form} legend={t('days')} hint={days && t('daysHint', days)}>
        <DayField form={form} name="fromDay" label={t('fromDay')} min={(facts.first ?? today).toString()} optional />
        <DayField form={form} name="toDay" label={t('toDay')} min={(facts.first ?? today).toString()} optional />
      </Fieldset>
      <Fieldset
        form={form}
        legend={t('hours')}
        hint={own && t('hoursHint', { city: localText(own.officeCity, language) })}
      >
        <TextField form={form} name="fromTime" label={t('fromTime')} type="time" size="short" optional />
        <TextField form={form} name="toTime" label={t('toTime')} type="time" size="short" optional />
      </Fieldset>
      {places.length > 1 && (
        <>
          <SelectField
            form={form}
            name="office"
            label={t('office')}
            hint={t('officeHint')}
            first={null}
            options={offices}
          />
          <CheckboxesField
            form={form}
            name="offices"
            label={t('offices')}
            hint={t('officesHint')}
            optional
            options={offices}
          />
        </>
      )}
      {asksResidence && (
        <RadioField
          form={form}
          name="resident"
          label={t('resident')}
          hint={t('residentHint')}
          optional
          options={[
            { value: 'yes', label: t('resident.yes') },
            { value: 'no', label: t('resident.no') },
          ]}
        />
      )}
      {hasWaitingList && <CheckboxField form={form} name="waiting" label={t('waiting')} />}
    </>
  );
}

/** What the wishes would fit, and about how likely a seat is. */
export function Preview(props: { language: Language; fits: { times: number; seats: number }; chance: number }) {
  const { language, fits, chance } = props;
  const t = preferencesTexts.for(language);
  const percent = Math.round(chance * 100);
  const which = chance >= 1 ? 'sure' : percent < 1 ? 'low' : 'some';
  return (
    <Alert language={language} tone={fits.times === 0 ? 'warning' : 'info'} live title={t('preview', fits)}>
      {fits.times === 0 ? (
        <p class="mb-0">{t('previewNone')}</p>
      ) : (
        <p class="mb-0">
          {t('previewChance', { chance: which, count: percent })} {t('previewRough')}
        </p>
      )}
    </Alert>
  );
}

/** "Una persona · lunedì, giovedì · dal 10 gennaio 2027 · fra le 09:00 e le 12:00" */
export function preferenceWords(wishes: Wishes, language: Language): string {
  const t = preferencesTexts.for(language);
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

function valueOf(form: FormState, name: string): string {
  const value = form.values[name];
  return typeof value === 'string' ? value : '';
}
