import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';

/** Who a companion may be, as it stands in a sentence. */
const relationTexts = defineTexts('find-office/relations', {
  it: {
    child: 'figli',
    stepchild: 'figliastri',
    'minor-in-custody': 'minori in affidamento',
    spouse: 'coniuge',
    'cohabiting-partner': 'convivente',
    parent: 'genitori',
    sibling: 'fratelli e sorelle',
    grandchild: 'nipoti (figli di un figlio)',
    'separated-spouse': 'coniuge separato',
    'divorced-spouse': 'coniuge divorziato',
    'parent-in-law': 'suoceri',
    'child-in-law': 'genero o nuora',
  },
  en: {
    child: 'children',
    stepchild: 'stepchildren',
    'minor-in-custody': 'children in custody',
    spouse: 'husband or wife',
    'cohabiting-partner': 'partner living together',
    parent: 'parents',
    sibling: 'brothers and sisters',
    grandchild: 'grandchildren',
    'separated-spouse': 'separated spouse',
    'divorced-spouse': 'divorced spouse',
    'parent-in-law': 'parents-in-law',
    'child-in-law': 'son- or daughter-in-law',
  },
});

export function relationWords(relations: readonly string[], language: Language): string {
  const t = relationTexts.for(language);
  const names = relations.flatMap((relation) => (relationTexts.has(relation) ? [t(relation)] : []));
  return new Intl.ListFormat(language, { type: 'unit' }).format(names);
}
