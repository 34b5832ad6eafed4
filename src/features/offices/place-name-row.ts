import type { LocalText } from '#platform/language.ts';
import { searchText } from './search-text.ts';
import { withoutSmallWords } from './search-words.ts';

/**
 * What a name leads to: the city of a consular office, a municipality, one that is now part of another (`former`) or that is
 * no more (`lost`: only its province is known), a province, a region, a country, a territory that an office serves, a town abroad.
 */
export type PlaceKind =
  | 'seat'
  | 'municipality'
  | 'former'
  | 'lost'
  | 'province'
  | 'region'
  | 'country'
  | 'served'
  | 'town';

export interface NamedPlace {
  readonly kind: PlaceKind;
  /** of the office, the municipality, the province, the country; the name of a region or of a town */
  readonly code: string;
  /** the province of a municipality, the country of a seat or a town; else empty */
  readonly within: string;
  readonly label: LocalText;
  /** people */
  readonly size: number;
  /** the last year of a municipality that is no more */
  readonly until?: number;
  readonly lat?: number;
  readonly lon?: number;
}

export interface PlaceNameRow extends NamedPlace {
  readonly name: string;
  readonly words: string;
  readonly joined: string;
  readonly key: string;
}

export function nameRow(place: NamedPlace, name: string): PlaceNameRow {
  const words = searchText(name);
  return { ...place, name, words, joined: words.replaceAll(' ', ''), key: withoutSmallWords(words) };
}
