import { caseQuestions } from '#features/offices/index.ts';
import { formValue } from '#platform/http/form.ts';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { errorOf, type FormState } from '#ui/fields/form.tsx';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import { ageOn } from '../who-may-come.rules.ts';
import { visitFieldNames } from './person-visit.ts';
import { asksNothing, type VisitAsks } from './visit-asks.ts';
import { birthDateKnown } from './visit-facts.ts';
import { visitTexts } from './visit.text.ts';

interface Props {
  form: FormState;
  position: number;
  asks: VisitAsks;
  /** of the appointment */
  day: Temporal.PlainDate;
}

/** What a person may answer so that the list of documents fits: folded away, since nobody has to. */
export function VisitQuestions({ form, position, asks, day }: Props) {
  const t = visitTexts.for(form.language);
  if (asksNothing(asks)) return null;
  const name = (field: string): string => `people.${position}.${field}`;
  const isUsed = visitFieldNames.some(
    (field) => formValue(form.values, name(field)) !== '' || errorOf(form, name(field)) !== undefined,
  );
  const choice = (field: 'citizenship' | 'parents' | 'fingerprints', hint?: string) => (
    <SelectField
      form={form}
      name={name(field)}
      label={t(field)}
      hint={hint}
      first={t('unanswered')}
      options={caseQuestions[field].map((code) => ({ value: code, label: t(`${field}-${code}` as ChoiceKey) }))}
      optional
    />
  );
  return (
    <details class="mb-3" open={isUsed}>
      <summary>{t('more')}</summary>
      <p class="t-hint">{t('moreAbout')}</p>
      {asks.renewalDays !== null && (
        <DateField
          form={form}
          name={name('cardExpires')}
          label={t('cardExpires')}
          hint={t('cardExpiresHint', { days: asks.renewalDays })}
          optional
        />
      )}
      {asks.citizenship && choice('citizenship')}
      {asks.parents && !isOfAge(form, position, day) && choice('parents', t('parentsHint'))}
      {asks.fingerprints && choice('fingerprints', t('fingerprintsHint'))}
    </details>
  );
}

type ChoiceKey = Extract<Parameters<ReturnType<typeof visitTexts.for>>[0], `${string}-${string}`>;

/** What was typed says that the person is of age on the day. */
function isOfAge(form: FormState, position: number, day: Temporal.PlainDate): boolean {
  const typed = (field: string) => formValue(form.values, `people.${position}.${field}`);
  const codiceFiscale = typed('codiceFiscale');
  const born = birthDateKnown({ birthDate: readTypedDate(typed('birthDate')) ?? null, codiceFiscale }, day);
  return born !== undefined && ageOn(born, day) >= 18;
}
