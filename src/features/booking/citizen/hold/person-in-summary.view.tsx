import { dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { BookedPerson } from '../../people.ts';
import { AnswerList } from '../../questions/answer-list.view.tsx';
import { relationshipTexts } from '../../form/reasons.text.ts';
import { CodeDoubt } from '../../visit/code-doubt.view.tsx';
import { summaryTexts } from './summary.text.ts';

/** One who comes: name, relation, birth and codice fiscale, and what they answered. */
export function PersonInSummary({ person, language }: { person: BookedPerson; language: Language }) {
  const t = summaryTexts.for(language);
  const { birthDate, birthPlace, codiceFiscale, relationship } = person;
  const date = birthDate && dayMonthYear(birthDate, language);
  return (
    <>
      <strong translate={false}>
        {person.givenName} {person.familyName}
      </strong>
      {relationship !== 'self' && <> · {relationshipTexts.for(language)(relationship)}</>}
      {date && (
        <>
          <br />
          {birthPlace ? t('bornIn', { date, place: birthPlace }) : t('born', { date })}
        </>
      )}
      {codiceFiscale && (
        <>
          <br />
          {t('codiceFiscale')}{' '}
          <span class="t-code" translate={false}>
            {codiceFiscale}
          </span>
          <CodeDoubt person={person} language={language} />
        </>
      )}
      <AnswerList answers={person.answers} language={language} />
    </>
  );
}
