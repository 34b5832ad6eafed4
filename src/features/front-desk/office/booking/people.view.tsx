import { Fragment } from 'preact';
import { AnswerList, CodeDoubt, type PersonOfBooking, relationshipTexts, RemoveLink } from '#features/booking/index.ts';
import { dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { deskBookingTexts } from './booking.text.ts';

/** Who comes, with what they answered. */
export function People(props: {
  people: readonly PersonOfBooking[];
  language: Language;
  /** The positions of those who may leave the party. */
  removable: readonly number[];
  /** of the booking */
  path: string;
}) {
  const { people, language, removable, path } = props;
  const t = deskBookingTexts.for(language);
  return (
    <ul class="list-unstyled">
      {people.map((person, index) => (
        <li key={index} class="mb-3">
          <strong translate={false}>
            {person.givenName} {person.familyName}
          </strong>
          {person.relationship !== 'self' && (
            <span class="t-muted"> · {relationshipTexts.for(language)(person.relationship)}</span>
          )}
          <Birth person={person} language={language} />
          {person.codiceFiscale === null ? (
            <p class="t-muted mb-0">{t('noCodiceFiscale')}</p>
          ) : (
            <details>
              <summary>{t('showCodiceFiscale')}</summary>
              <span class="t-code" translate={false}>
                {person.codiceFiscale}
              </span>
            </details>
          )}
          <CodeDoubt person={person} language={language} />
          {removable.includes(person.position) && <RemoveLink person={person} path={path} language={language} />}
          <AnswerList answers={person.answers} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Birth({ person, language }: { person: PersonOfBooking; language: Language }) {
  const t = deskBookingTexts.for(language);
  if (person.birthDate === null) return <Fragment />;
  const date = dayMonthYear(person.birthDate, language);
  const { birthPlace } = person;
  return <p class="mb-0">{birthPlace ? t('bornIn', { date, place: birthPlace }) : t('born', { date })}</p>;
}
