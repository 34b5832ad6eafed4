import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { DocumentCase } from './document-case.ts';

const texts = defineTexts('offices/visit-answers', {
  it: {
    'reason:first-issue': 'Primo rilascio',
    'reason:expiry': 'Scadenza o rinnovo',
    'reason:theft': 'Furto',
    'reason:loss': 'Smarrimento',
    'reason:damage': 'Deterioramento',
    'reason:change-of-data': 'Cambio di dati',
    'reason:other': 'Altro motivo',
    'age:minor': 'Meno di 18 anni',
    'age:adult': '18 anni o più',
    'age:under-12': 'Meno di 12 anni',
    'age:from-12': '12 anni o più',
    'citizenship:italian': 'Italiana',
    'citizenship:eu': 'Di un altro Paese dell’Unione europea',
    'citizenship:non-eu': 'Di un Paese fuori dall’Unione europea',
    'parents:both': 'Vengono i due genitori',
    'parents:one': 'Viene un genitore solo',
    'parents:judge': 'Decide il giudice tutelare',
    'fingerprints:not-now': 'Per ora non si possono prendere',
    'delegate:yes': 'Ritira un’altra persona',
  },
  en: {
    'reason:first-issue': 'First issue',
    'reason:expiry': 'Expiry or renewal',
    'reason:theft': 'Theft',
    'reason:loss': 'Loss',
    'reason:damage': 'Damage',
    'reason:change-of-data': 'Change of data',
    'reason:other': 'Another reason',
    'age:minor': 'Under 18',
    'age:adult': '18 or older',
    'age:under-12': 'Under 12',
    'age:from-12': '12 or older',
    'citizenship:italian': 'Italian',
    'citizenship:eu': 'Of another country of the European Union',
    'citizenship:non-eu': 'Of a country outside the European Union',
    'parents:both': 'Both parents come',
    'parents:one': 'Only one parent comes',
    'parents:judge': 'The guardianship judge decides',
    'fingerprints:not-now': 'They cannot be taken for now',
    'delegate:yes': 'Somebody else collects it',
  },
} satisfies Record<'it' | 'en', Record<DocumentCase, string>>);

/** One answer about a visit, as a choice: `Furto`. */
export function answerName(one: DocumentCase, language: Language): string {
  return texts.for(language)(one);
}
