import { type Language, localText } from '#platform/language.ts';
import type { Arrangement } from './arrangement.query.ts';
import { arrangementTexts } from './arrangement.text.ts';

/** Who booked for somebody, and the proof to bring: the same sentences on the page, the receipt and in the letter. */
export function arrangementWords(arrangement: Arrangement | undefined, language: Language): string[] {
  if (arrangement === undefined) return [];
  const t = arrangementTexts.for(language);
  const { bookedBy: name, bookedForThem, proof } = arrangement;
  const office = localText(arrangement.office, language);
  const lines: string[] = [];
  if (proof !== null) lines.push(t(proof === 'age' ? 'proofAge' : 'proofOther'));
  if (bookedForThem) lines.push(name === null ? t('bookedByOffice', { office }) : t('bookedBy', { name, office }));
  return lines;
}
