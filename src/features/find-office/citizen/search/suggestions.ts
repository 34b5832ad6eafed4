import type { Db } from '#platform/database.ts';
import { type Language, localText } from '#platform/language.ts';
import {
  nearbyNames,
  type SearchName,
  searchOffices,
  suggestPlaces,
  type SuggestedPlace,
} from '#features/offices/index.ts';
import { searchResultsTexts } from './search-results.text.ts';

const most = 8;

/** A proposal: what goes into the field, and what it is. */
export interface Suggestion {
  readonly label: string;
  readonly about: string;
}

/** What somebody may be typing: places first, else offices by a word of theirs, else names written nearly so. */
export async function suggestionsFor(
  db: Db,
  request: { q: string; language: Language; names: () => Promise<readonly SearchName[]> },
): Promise<Suggestion[]> {
  const { q, language, names } = request;
  if (q.length < 2) return [];
  const places = await suggestPlaces(db, { q, limit: most });
  if (places.length > 0) return places.map((place) => suggestion(place, language));
  const { items } = await searchOffices(db, { q, limit: most });
  if (items.length > 0) return items.map((office) => ({ label: localText(office.name, language), about: '' }));
  const t = searchResultsTexts.for(language);
  return nearbyNames(q, [...(await names())], 3).map(({ name }) => ({ label: name, about: t('perhapsOne') }));
}

/** The label is what a search understands: "Padova (PD)", "Londra, Regno Unito". */
function suggestion(place: SuggestedPlace, language: Language): Suggestion {
  const t = searchResultsTexts.for(language);
  const label = localText(place.label, language);
  const country = place.country && localText(place.country, language);
  switch (place.kind) {
    case 'municipality':
      return { label: `${label} (${place.within})`, about: t('municipal') };
    case 'former':
      return { label: `${place.name} (${place.within})`, about: t('formerShort', { today: label }) };
    case 'province':
      return { label: t('provinceOf', { name: label }), about: '' };
    case 'region':
      return { label, about: t('region') };
    case 'seat':
      return { label: `${label}, ${country ?? place.within}`, about: t('consular') };
    case 'town':
      return { label: `${label}, ${country ?? place.within}`, about: t('townAbroad') };
    case 'country':
    case 'served':
    case 'lost':
      return { label, about: t('country') };
  }
}
