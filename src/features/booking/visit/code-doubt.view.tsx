import { nameFit, parseCodiceFiscale } from '#features/identity/index.ts';
import type { Language } from '#platform/language.ts';
import type { VisitingPerson } from './visit-facts.ts';
import { visitTexts } from './visit.text.ts';

/** Said to whoever books, and to the desk: the code fits a part of the names, or is one of those given to namesakes. */
export function CodeDoubt({ person, language }: { person: VisitingPerson; language: Language }) {
  const t = visitTexts.for(language);
  const read = person.codiceFiscale === null ? undefined : parseCodiceFiscale(person.codiceFiscale);
  if (!read?.ok) return null;
  const { codiceFiscale } = read;
  const isPart = nameFit(codiceFiscale, { ...person, birthDate: undefined }) === 'part';
  if (!isPart && !codiceFiscale.omocodia) return null;
  return (
    <>
      {isPart && <span class="t-hint d-block">{t('partOfName')}</span>}
      {codiceFiscale.omocodia && <span class="t-hint d-block">{t('omocodia')}</span>}
    </>
  );
}
