import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { type Reason, type Relationship, reasons, relationships } from '../people.rules.ts';

export const reasonTexts = defineTexts('booking/reasons', {
  it: {
    'first-issue': 'Primo rilascio',
    expiry: 'Scadenza o rinnovo',
    theft: 'Furto',
    loss: 'Smarrimento',
    damage: 'Deterioramento',
    'change-of-data': 'Cambio di dati',
    other: 'Altro motivo',
  },
  en: {
    'first-issue': 'First issue',
    expiry: 'Expiry or renewal',
    theft: 'Theft',
    loss: 'Loss',
    damage: 'Damage',
    'change-of-data': 'Change of data',
    other: 'Another reason',
  },
} satisfies { it: Record<Reason, string>; en: Record<Reason, string> });

export const relationshipTexts = defineTexts('booking/relationships', {
  it: {
    self: 'Chi prenota',
    'cohabiting-partner': 'Convivente',
    spouse: 'Coniuge',
    'divorced-spouse': 'Coniuge divorziato',
    'separated-spouse': 'Coniuge separato',
    sibling: 'Fratello o sorella',
    stepchild: 'Figliastro o figliastra',
    child: 'Figlio o figlia',
    'minor-in-custody': 'Minore in affidamento',
    grandchild: 'Nipote (figlio o figlia di un figlio)',
    parent: 'Padre o madre',
    'parent-in-law': 'Suocero o suocera',
    'child-in-law': 'Genero o nuora',
  },
  en: {
    self: 'The one who books',
    'cohabiting-partner': 'Partner living together',
    spouse: 'Husband or wife',
    'divorced-spouse': 'Divorced spouse',
    'separated-spouse': 'Separated spouse',
    sibling: 'Brother or sister',
    stepchild: 'Stepchild',
    child: 'Son or daughter',
    'minor-in-custody': 'Child in my custody',
    grandchild: 'Grandchild',
    parent: 'Father or mother',
    'parent-in-law': 'Father- or mother-in-law',
    'child-in-law': 'Son- or daughter-in-law',
  },
} satisfies { it: Record<Relationship, string>; en: Record<Relationship, string> });

/** Why the service is asked for, in words; a code that an office made up is shown as it is. */
export function reasonName(code: string, language: Language): string {
  const known = reasons.find((reason) => reason === code);
  return known ? reasonTexts.for(language)(known) : code;
}

/** The twelve relations, or those of them that an office allows, as choices. */
export function relationChoices(
  language: Language,
  allowed: readonly string[] | null = null,
): { value: string; label: string }[] {
  const t = relationshipTexts.for(language);
  return relationships
    .filter((relation) => relation !== 'self' && (allowed === null || allowed.includes(relation)))
    .map((relation) => ({ value: relation, label: t(relation) }));
}
