import { type Language, localeOf } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { type CaseQuestion, caseQuestions, type DocumentCase } from './document-case.ts';

const texts = defineTexts('offices/document-cases', {
  it: {
    'reason:first-issue': 'se è il primo rilascio',
    'reason:expiry': 'se scade o è scaduta',
    'reason:theft': 'se è stata rubata',
    'reason:loss': 'se è stata persa',
    'reason:damage': 'se è rovinata',
    'reason:change-of-data': 'se cambiano i dati',
    'reason:other': 'se il motivo è un altro',
    'age:minor': 'se è per un minorenne',
    'age:adult': 'se è per un adulto',
    'age:under-12': 'se ha meno di 12 anni',
    'age:from-12': 'se ha almeno 12 anni',
    'citizenship:italian': 'se è cittadino italiano',
    'citizenship:eu': 'se è cittadino di un altro Paese dell’Unione europea',
    'citizenship:non-eu': 'se non è cittadino dell’Unione europea',
    'parents:both': 'se vengono i due genitori',
    'parents:one': 'se viene un genitore solo',
    'parents:judge': 'se decide il giudice tutelare',
    'fingerprints:not-now': 'se per ora non può dare le impronte',
    'delegate:yes': 'se ritira un’altra persona',
    reason: 'Motivo',
    age: 'Età il giorno dell’appuntamento',
    citizenship: 'Cittadinanza',
    parents: 'Minorenni: consenso dei genitori',
    fingerprints: 'Impronte',
    delegate: 'Ritiro',
    both: '{first} e {then}',
  },
  en: {
    'reason:first-issue': 'if it is the first one',
    'reason:expiry': 'if it expires or has expired',
    'reason:theft': 'if it was stolen',
    'reason:loss': 'if it was lost',
    'reason:damage': 'if it is damaged',
    'reason:change-of-data': 'if the data change',
    'reason:other': 'for another reason',
    'age:minor': 'if it is for a minor',
    'age:adult': 'if it is for an adult',
    'age:under-12': 'if they are under 12',
    'age:from-12': 'if they are 12 or older',
    'citizenship:italian': 'for Italian citizens',
    'citizenship:eu': 'for citizens of another country of the European Union',
    'citizenship:non-eu': 'for those who are not citizens of the European Union',
    'parents:both': 'if both parents come',
    'parents:one': 'if only one parent comes',
    'parents:judge': 'if the guardianship judge decides',
    'fingerprints:not-now': 'if fingerprints cannot be taken for now',
    'delegate:yes': 'if somebody else collects it',
    reason: 'Reason',
    age: 'Age on the day of the appointment',
    citizenship: 'Citizenship',
    parents: 'Minors: parents’ consent',
    fingerprints: 'Fingerprints',
    delegate: 'Collection',
    both: '{first} and {then}',
  },
} satisfies Record<'it' | 'en', Record<DocumentCase | CaseQuestion | 'both', string>>);

/** One case as a choice: `se è stata rubata`. */
export function caseName(one: DocumentCase, language: Language): string {
  return texts.for(language)(one);
}

export function caseQuestionName(question: CaseQuestion, language: Language): string {
  return texts.for(language)(question);
}

/** When a document is needed, by its cases: `se è stata rubata o se è stata persa e se è per un minorenne`. */
export function casesInWords(cases: readonly DocumentCase[], language: Language): string {
  const t = texts.for(language);
  const or = new Intl.ListFormat(localeOf(language), { type: 'disjunction' });
  const questions = Object.keys(caseQuestions).map((question) => cases.filter((one) => one.startsWith(`${question}:`)));
  return questions
    .filter((answers) => answers.length > 0)
    .map((answers) => or.format(answers.map((one) => t(one))))
    .reduce((first, then) => (first === '' ? then : t('both', { first, then })), '');
}
