import { z } from 'zod';
import type { OfficeKind, Service, ServiceEntry } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { furtherLanguages, type LocalText, writtenLanguages } from '#platform/language.ts';
import { textFields, textLanguages, textOf, textValues } from '../../local-text.form.ts';
import { markOf } from '../../seen-mark.ts';
import { asDocuments, asParagraphs, documentLines, joined, linesOf } from '../../typed-texts.ts';

export const officeKinds: readonly OfficeKind[] = ['consular', 'municipal'];

/** Characters that each text may have, in each language. */
export const entrySizes = { name: 120, summary: 300, instructions: 6000, documents: 6000, fee: 1500 } as const;

/** The languages an entry is written in, and one that is being added. */
export function entryLanguages(service: Service, adding: string): readonly string[] {
  const { name, summary, instructions, documents, fee } = service;
  const byKind = officeKinds.flatMap((kind) => [
    instructions[kind],
    fee?.[kind],
    ...(documents[kind] ?? []).map(({ text }) => text),
  ]);
  const written = [name, summary, ...byKind].flatMap((text) => Object.keys(text ?? {}));
  const added: readonly string[] = furtherLanguages.filter((code) => code === adding);
  return textLanguages([...written, ...added]);
}

const kinds = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => officeKinds.filter((kind) => [value].flat().includes(kind)));

/** An entry of the catalogue as its form sends it. */
export function entrySchema(languages: readonly string[], before?: Service) {
  const fields = [
    ...Object.entries(textFields('name', languages, entrySizes.name)),
    ...Object.entries(textFields('summary', languages, entrySizes.summary)),
    ...officeKinds.flatMap((kind) =>
      (['instructions', 'documents', 'fee'] as const).flatMap((name) =>
        Object.entries(textFields(`${name}.${kind}`, languages, entrySizes[name])),
      ),
    ),
  ];
  return z
    .object({
      kinds,
      bookable: z.literal('yes').optional(),
      seen: z.string().optional(),
      ...Object.fromEntries(fields),
    })
    .transform((values, context): ServiceEntry => {
      const text = (name: string): LocalText | null => textOf(values, name, languages, context);
      const required = (name: string): LocalText => {
        const written = text(name);
        if (written === null) context.addIssue({ code: 'custom', message: 'required', path: [`${name}.it`] });
        return written ?? { it: '' };
      };
      const of = <Value>(name: string, read: (text: LocalText, kind: OfficeKind) => Value) => {
        const found = officeKinds.flatMap((kind) => {
          const written = text(`${name}.${kind}`);
          return written === null ? [] : [[kind, read(written, kind)] as const];
        });
        return Object.fromEntries(found) as Partial<Record<OfficeKind, Value>>;
      };
      if (values.kinds.length === 0) context.addIssue({ code: 'custom', message: 'required-choice', path: ['kinds'] });
      for (const kind of officeKinds) checkLines(kind);
      const fee = of('fee', (written) => written);
      return {
        kinds: values.kinds,
        bookable: values.bookable === 'yes',
        name: required('name'),
        summary: required('summary'),
        instructions: of('instructions', (written) => asParagraphs(written)),
        documents: of('documents', (written, kind) => asDocuments(written, before?.documents[kind])),
        fee: Object.keys(fee).length === 0 ? null : fee,
      };

      function checkLines(kind: OfficeKind): void {
        const count = (language: string) => typedLines(values, `documents.${kind}.${language}`);
        const shown = new Map(Object.entries(documentLines(before?.documents[kind] ?? []) ?? {}));
        // Somebody else has saved meanwhile: the page says that first.
        const isStale = before !== undefined && values.seen !== entryShown(before)['seen'];
        for (const language of languages) {
          // A further language that nobody touched keeps its words for the documents that stay.
          const typed = (values as Readonly<Record<string, unknown>>)[`documents.${kind}.${language}`];
          const isUntouched = isStale || (typeof typed === 'string' && sameLines(typed, shown.get(language) ?? ''));
          if (isUntouched && !writtenLanguages.some((written) => written === language)) continue;
          if (count(language) > 0 && count(language) !== count('it'))
            context.addIssue({ code: 'custom', message: 'lines-differ', path: [`documents.${kind}.${language}`] });
        }
      }
    });
}

function sameLines(one: string, other: string): boolean {
  return linesOf(one).join('\n') === linesOf(other).join('\n');
}

function typedLines(values: Readonly<Record<string, unknown>>, name: string): number {
  const typed = values[name];
  return typeof typed === 'string' ? linesOf(typed).length : 0;
}

/** What the form of an entry shows, with the mark of what its editor has before them. */
export function entryShown(service: Service): FormValues {
  const shown = {
    kinds: [...service.kinds],
    bookable: service.bookable ? 'yes' : '',
    ...textValues('name', service.name),
    ...textValues('summary', service.summary),
    ...kindShown(service, 'consular'),
    ...kindShown(service, 'municipal'),
  };
  return { ...shown, seen: markOf(shown) };
}

function kindShown({ instructions, documents, fee }: Service, kind: OfficeKind): FormValues {
  const paragraphs = instructions[kind];
  return {
    ...textValues(`instructions.${kind}`, paragraphs === undefined ? null : joined(paragraphs)),
    ...textValues(`documents.${kind}`, documentLines(documents[kind] ?? [])),
    ...textValues(`fee.${kind}`, fee?.[kind] ?? null),
  };
}

/** Addresses below an office that no service may take. */
const taken = ['privacy', 'times', 'queue', 'releases', 'waiting-list'];

/** A new entry: the rest is written on its own page. */
export const newEntrySchema = z.object({
  code: z
    .string('required')
    .trim()
    .toLowerCase()
    .min(1, 'required')
    .regex(/^[a-z][a-z-]{1,38}[a-z]$/, 'code')
    .refine((code) => !taken.includes(code), 'taken'),
  name: z.string('required').trim().min(1, 'required').max(entrySizes.name, 'too-long'),
  kinds: kinds.refine((chosen) => chosen.length > 0, 'required-choice'),
});
