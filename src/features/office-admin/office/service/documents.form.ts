import { z } from 'zod';
import {
  type CaseQuestion,
  caseQuestions,
  type DocumentCase,
  documentCases,
  type DocumentToBring,
  type Offering,
  type OfferingRules,
} from '#features/offices/index.ts';
import { type FormValues, formList, formValue } from '#platform/http/form.ts';
import { textFields, textOf, textValues } from '../../local-text.form.ts';
import type { Edited } from './service.form.ts';
import { ticked } from './fields.ts';

export const mostDocuments = 30;
export const documentSizes = { text: 400, when: 200 } as const;
/** Empty places after the last document, for new ones. */
const emptyPlaces = 2;

export const questions = Object.keys(caseQuestions) as CaseQuestion[];

/** The documents of a service at an office, one by one: a text in each language, and the cases it is for. */
export function documentsSchema(languages: readonly string[]) {
  const places = Array.from({ length: mostDocuments }, (_, place) => place);
  const texts = places.flatMap((place) => [
    ...Object.entries(textFields(`document.${place}`, languages, documentSizes.text)),
    ...Object.entries(textFields(`when.${place}`, languages, documentSizes.when)),
  ]);
  const cases = places.flatMap((place) =>
    questions.map((question) => [`cases.${place}.${question}`, ticked(caseQuestions[question])] as const),
  );
  return z
    .object({
      documentsFrom: z.enum(['national', 'own'], 'required-choice'),
      ...Object.fromEntries(texts),
      ...Object.fromEntries(cases),
    })
    .transform((values, context): Partial<OfferingRules> => {
      if (values.documentsFrom === 'national') return { documents: null };
      const documents = places.flatMap((place) => documentAt(values, { place, languages, context }));
      if (documents.length === 0) context.addIssue({ code: 'custom', message: 'required', path: ['document.0.it'] });
      return { documents };
    });
}

function documentAt(
  values: Readonly<Record<string, unknown>>,
  { place, languages, context }: { place: number; languages: readonly string[]; context: z.RefinementCtx },
): DocumentToBring[] {
  const text = textOf(values, `document.${place}`, languages, context);
  if (text === null) return [];
  const ticks = questions.flatMap((question) =>
    // Checked by the schema.
    (values[`cases.${place}.${question}`] as readonly string[]).map((answer) => `${question}:${answer}`),
  );
  const cases = documentCases.filter((one) => ticks.includes(one));
  const when = textOf(values, `when.${place}`, languages, context);
  return [{ text, when, ...(cases.length > 0 && { cases }) }];
}

export function documentsShown(offering: Offering, { service, kind }: Pick<Edited, 'service' | 'kind'>): FormValues {
  const { documents } = offering;
  const shown = documents ?? service.documents[kind] ?? [];
  return {
    documentsFrom: documents === null ? 'national' : 'own',
    ...Object.fromEntries(shown.flatMap((document, place) => Object.entries(valuesAt(document, place)))),
  };
}

function valuesAt({ text, when, cases = [] }: DocumentToBring, place: number): FormValues {
  const answers = (question: CaseQuestion) =>
    cases.filter((one) => one.startsWith(`${question}:`)).map((one) => one.slice(question.length + 1));
  return {
    ...textValues(`document.${place}`, text),
    ...textValues(`when.${place}`, when),
    ...Object.fromEntries(questions.map((question) => [`cases.${place}.${question}`, answers(question)])),
  };
}

/** How many documents a form shows: those that are written, and some empty places. */
export function placesShown(values: FormValues, languages: readonly string[]): number {
  const isWritten = (place: number) => languages.some((code) => formValue(values, `document.${place}.${code}`) !== '');
  const written = Array.from({ length: mostDocuments }, (_, place) => place).filter(isWritten);
  return Math.min((written.at(-1) ?? -1) + 1 + emptyPlaces, mostDocuments);
}

/** The cases ticked at a place. */
export function casesAt(values: FormValues, place: number): DocumentCase[] {
  const ticks = questions.flatMap((question) =>
    formList(values, `cases.${place}.${question}`).map((answer) => `${question}:${answer}`),
  );
  return documentCases.filter((one) => ticks.includes(one));
}
