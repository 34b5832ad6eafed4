import { type Language, localText } from '#platform/language.ts';
import type { Office } from '#features/offices/index.ts';
import { officeTexts } from '../office/office.text.ts';

/** The line that says where an office is: its country, or its province. */
export function placeOf(office: Office, language: Language): string {
  if (office.kind === 'consular') return localText(office.countryName, language);
  return officeTexts.for(language)('municipality', { province: office.provinceCode ?? '' });
}
