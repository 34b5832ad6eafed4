import { z } from 'zod';
import type {
  DocumentToBring,
  LocalParagraphs,
  Offering,
  OfferingRules,
  Office,
  Service,
} from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import type { LocalText } from '#platform/language.ts';
import { textFields, textOf, textValues } from '../../local-text.form.ts';

/** Characters that each text may have, in each language. */
export const textSizes = { audience: 500, fee: 1000, instructions: 4000, documents: 4000 } as const;

/** Parts a document from the case it is for, in a line. */
const parting = '|';

/** The texts of a service at an office, in each language of the office. */
export function textsSchema(languages: readonly string[]) {
  const fields = Object.entries(textSizes).flatMap(([name, max]) => Object.entries(textFields(name, languages, max)));
  return z
    .object({
      documentsFrom: z.enum(['national', 'own'], 'required-choice'),
      feeFrom: z.enum(['national', 'own'], 'required-choice'),
      ...Object.fromEntries(fields),
    })
    .transform((values, context): Partial<OfferingRules> => {
      const text = (name: string): LocalText | null => textOf(values, name, languages, context);
      const instructions = text('instructions');
      const fee = values.feeFrom === 'own' ? text('fee') : null;
      if (values.feeFrom === 'own' && fee === null) missing('fee');
      return {
        audience: text('audience'),
        instructions: instructions && asParagraphs(instructions),
        feeNotice: fee,
        documents: values.documentsFrom === 'own' ? documents() : null,
      };

      function missing(name: string): void {
        context.addIssue({ code: 'custom', message: 'required', path: [`${name}.it`] });
      }

      function documents(): DocumentToBring[] | null {
        const written = text('documents');
        if (written === null) {
          missing('documents');
          return null;
        }
        const counts = Object.entries(written).map(([language, typed]) => [language, linesOf(typed).length] as const);
        for (const [language, count] of counts) {
          if (count !== linesOf(written.it).length)
            context.addIssue({ code: 'custom', message: 'lines-differ', path: [`documents.${language}`] });
        }
        return asDocuments(written);
      }
    });
}

export function textsShown(
  offering: Offering,
  { service, kind }: { service: Service; kind: Office['kind'] },
): FormValues {
  const { documents, feeNotice, audience, instructions } = offering;
  return {
    documentsFrom: documents === null ? 'national' : 'own',
    feeFrom: feeNotice === null ? 'national' : 'own',
    ...textValues('audience', audience),
    ...textValues('fee', feeNotice ?? service.fee?.[kind] ?? null),
    ...textValues('instructions', instructions && joined(instructions)),
    ...textValues('documents', documentLines(documents ?? service.documents[kind] ?? [])),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A text typed one paragraph a line. */
export function asParagraphs(text: LocalText): LocalParagraphs {
  const { it, ...others } = text;
  return {
    it: linesOf(it),
    ...Object.fromEntries(Object.entries(others).map(([code, words]) => [code, linesOf(words)])),
  };
}

export function joined(paragraphs: LocalParagraphs): LocalText {
  const { it, ...others } = paragraphs;
  const further = Object.entries<readonly string[]>(others).map(([code, lines]) => [code, lines.join('\n')] as const);
  return { it: it.join('\n'), ...Object.fromEntries(further) };
}

/** Documents typed one a line, the case it is for after a bar; the lines of each language answer those in Italian. */
export function asDocuments(text: LocalText): DocumentToBring[] {
  const languages = Object.entries(text).map(([code, typed]) => [code, linesOf(typed).map(parted)] as const);
  return linesOf(text.it).map((line, index) => {
    const [it, whenIt] = parted(line);
    const further = languages.filter(([code]) => code !== 'it');
    const others = further.flatMap(([code, lines]) => (lines[index]?.[0] ? [[code, lines[index][0]] as const] : []));
    const cases = further.flatMap(([code, lines]) => (lines[index]?.[1] ? [[code, lines[index][1]] as const] : []));
    return {
      text: { it, ...Object.fromEntries(others) },
      when: whenIt === '' ? null : { it: whenIt, ...Object.fromEntries(cases) },
    };
  });
}

export function documentLines(documents: readonly DocumentToBring[]): LocalText | null {
  if (documents.length === 0) return null;
  const codes = [...new Set(documents.flatMap(({ text }) => Object.keys(text)))].filter((code) => code !== 'it');
  const line = ({ text, when }: DocumentToBring, code: string): string => {
    const words = wordsIn(text, code) ?? text.it;
    return when === null ? words : `${words} ${parting} ${wordsIn(when, code) ?? when.it}`;
  };
  const inLanguage = (code: string): string => documents.map((document) => line(document, code)).join('\n');
  return { it: inLanguage('it'), ...Object.fromEntries(codes.map((code) => [code, inLanguage(code)])) };
}

function wordsIn(text: LocalText, code: string): string | undefined {
  return Object.entries(text).find(([language]) => language === code)?.[1];
}

function parted(line: string): [string, string] {
  const at = line.indexOf(parting);
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
