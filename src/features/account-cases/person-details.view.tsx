import type { PersonDetails } from '#features/identity/index.ts';
import { dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { PersonField } from './changes/person-text.ts';

export const personTexts = defineTexts('account-cases/person', {
  it: {
    givenName: 'Nome',
    familyName: 'Cognome',
    birthDate: 'Data di nascita',
    birthPlace: 'Luogo di nascita',
    codiceFiscale: 'Codice fiscale',
    none: 'Non indicato',
  },
  en: {
    givenName: 'Given name',
    familyName: 'Surname',
    birthDate: 'Date of birth',
    birthPlace: 'Place of birth',
    codiceFiscale: 'Codice fiscale',
    none: 'Not given',
  },
});

/** One of a person's details, as it is read. */
export function PersonValue(props: { language: Language; person: PersonDetails; field: PersonField }) {
  const { language, person, field } = props;
  const value = person[field];
  if (value === null || value === '') return <span class="t-muted">{personTexts.for(language)('none')}</span>;
  if (value instanceof Temporal.PlainDate) return <>{dayMonthYear(value, language)}</>;
  if (field === 'codiceFiscale')
    return (
      <span class="t-code" translate={false}>
        {value}
      </span>
    );
  return <>{value}</>;
}
