import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import { dayMonthYear } from '#platform/dates.ts';
import { languageOrItalian, localText } from '#platform/language.ts';
import { catalogueSourceTexts } from './catalogue.text.ts';
import { inAllLanguages } from './catalogue-languages.ts';
import { readDocuments } from './import-files.ts';
import { documentCases } from './visit/document-case.ts';
import { serviceRules } from './visit/service-rules.ts';

const text = z.strictObject({ it: z.string().min(1), en: z.string().min(1) });
const paragraphs = z.strictObject({ it: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) });
const kind = z.enum(['consular', 'municipal']);
const byKind = <Value extends z.ZodType>(value: Value) => z.partialRecord(kind, value);

/** One file of `data/services/`: an entry of the national catalogue. */
export const catalogueEntry = z.strictObject({
  code: z.string().regex(/^[a-z-]+$/),
  kinds: z.array(kind).min(1),
  position: z.number().int(),
  bookable: z.boolean(),
  name: text,
  summary: text,
  instructions: byKind(paragraphs),
  documents: byKind(
    z.array(z.strictObject({ text, when: text.nullable(), cases: z.array(z.enum(documentCases)).optional() })).min(1),
  ),
  fee: byKind(text),
  rules: byKind(serviceRules).default({}),
  laws: text,
  checkedOn: z.iso.date(),
});

export type CatalogueEntry = z.infer<typeof catalogueEntry>;

export function readCatalogue(): CatalogueEntry[] {
  return readDocuments('services', catalogueEntry).map(inAllLanguages);
}

export async function importServices(tx: Tx): Promise<void> {
  const rows = readCatalogue().map((entry) => {
    const { code, kinds, position, bookable, name, summary, documents, fee, rules } = entry;
    const instructions = withSources(entry);
    return { code, kinds, position, bookable, name, summary, instructions, documents, fee, rules };
  });
  await sql`
    INSERT INTO service (code, kinds, name, summary, instructions, documents, fee, bookable, position, rules, reference)
    SELECT row ->> 'code', ARRAY(SELECT jsonb_array_elements_text(row -> 'kinds')), row -> 'name', row -> 'summary',
      row -> 'instructions', row -> 'documents', row -> 'fee', (row ->> 'bookable')::boolean, (row ->> 'position')::int,
      row -> 'rules', row - '{code,rules}'::text[]
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS row
    ON CONFLICT (code) DO UPDATE SET
      kinds = ${unlessSet('kinds')}, bookable = ${unlessSet('bookable')}, position = ${unlessSet('position')},
      rules = excluded.rules, reference = excluded.reference,
      name = ${unlessEdited('name')}, summary = ${unlessEdited('summary')}, instructions = ${unlessEdited('instructions')},
      documents = ${unlessEdited('documents')}, fee = ${unlessEdited('fee')}`.execute(tx);
}

function unlessEdited(column: 'name' | 'summary' | 'instructions' | 'documents' | 'fee') {
  return sql`CASE WHEN service.${sql.ref(column)} = service.reference -> ${sql.lit(column)}
                  THEN excluded.${sql.ref(column)} ELSE service.${sql.ref(column)} END`;
}

/** The same of a column that is no document; what an older import noted down says nothing of it, and the data win. */
function unlessSet(column: 'kinds' | 'bookable' | 'position') {
  const [own, noted] = [sql`to_jsonb(service.${sql.ref(column)})`, sql`service.reference -> ${sql.lit(column)}`];
  return sql`CASE WHEN ${noted} IS NULL OR ${own} = ${noted}
                  THEN excluded.${sql.ref(column)} ELSE service.${sql.ref(column)} END`;
}

/** The law and the day the text was checked are the last paragraph, so that whoever edits the text sees them. */
function withSources(entry: CatalogueEntry): CatalogueEntry['instructions'] {
  const day = Temporal.PlainDate.from(entry.checkedOn);
  return Object.fromEntries(
    Object.entries(entry.instructions).map(([at, texts]) => [
      at,
      // As many languages as the folders give; the written two always.
      Object.fromEntries(
        Object.entries(texts).map(([code, paragraphs]) => {
          const language = languageOrItalian(code);
          const about = { laws: localText(entry.laws, language), day: dayMonthYear(day, language) };
          return [code, [...paragraphs, catalogueSourceTexts.for(language)('sources', about)]];
        }),
      ) as typeof texts,
    ]),
  );
}
