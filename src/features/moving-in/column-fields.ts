import type { TableColumn } from '#platform/table-columns.ts';
import * as read from './cells/readers.ts';
import type { Field, Reading } from './field.ts';

const readers: Readonly<Record<string, (text: string) => Reading>> = {
  boolean: read.yesNo,
  smallint: read.wholeNumber,
  integer: read.wholeNumber,
  bigint: read.wholeNumber,
  'double precision': read.number,
  numeric: read.number,
  date: read.day,
  'time without time zone': read.hour,
  'timestamp with time zone': read.moment,
  jsonb: read.json,
  'text[]': read.list,
  'smallint[]': read.numbers,
  'integer[]': read.numbers,
  bytea: read.text(20_000),
};

/** Languages of which a text may have a heading: `name_it`, `name_de`. */
const textLanguages = ['it', 'en', 'de', 'fr', 'sl', 'es', 'pt'];

/** What a file calls a column: what is encrypted in the table is plain in the file. */
export function headingOf(column: string): string {
  return column.replace(/_cipher$/, '');
}

/** The fields of a table's columns; a column that holds a text by language has a field for each. */
export function columnFields(
  columns: readonly TableColumn[],
  about: {
    also?: Readonly<Record<string, readonly string[]>>;
    /** texts by language */
    local?: readonly string[];
    personal?: readonly string[];
    /** how some are read, where their type alone does not say it */
    read?: Readonly<Record<string, Field['read']>>;
  },
): Field[] {
  const { also = {}, local = [], personal = [], read: own = {} } = about;
  return columns.flatMap(({ name, type }): Field[] => {
    const heading = headingOf(name);
    const common = { also: also[heading] ?? [], personal: personal.includes(heading) || type === 'bytea' };
    if (local.includes(name)) {
      return textLanguages.map((language) => ({
        name: `${heading}_${language}`,
        also: language === 'it' ? [heading, ...common.also] : [],
        read: read.text(10_000),
      }));
    }
    return [
      {
        name: heading,
        ...common,
        read: own[heading] ?? readers[type] ?? (type.endsWith('[]') ? read.json : read.text(10_000)),
      },
    ];
  });
}

/** What a row says of a table's columns, as its record; texts by language are put together with what is there. */
export function recordOf(
  columns: readonly TableColumn[],
  values: Readonly<Record<string, unknown>>,
  about: { local?: readonly string[]; before?: Readonly<Record<string, unknown>> | undefined },
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { name } of columns) {
    const heading = headingOf(name);
    if (about.local?.includes(name)) {
      const given = textLanguages.filter((language) => values[`${heading}_${language}`] !== undefined);
      if (given.length === 0) continue;
      const texts = { ...(about.before?.[name] as Record<string, unknown> | null | undefined) };
      for (const language of given) {
        const words = values[`${heading}_${language}`];
        if (words === null) delete texts[language];
        else texts[language] = words;
      }
      record[name] = Object.keys(texts).length === 0 ? null : texts;
    } else if (values[heading] !== undefined) record[name] = values[heading];
  }
  return record;
}

/** The parts of a record that differ from the row as it is, both as JSON has them. */
export function changesIn(
  record: Readonly<Record<string, unknown>>,
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => !isSame(value, row[name])));
}

/** The cells of a row of a table, in the order of `columnFields`. */
export function cellsOf(
  columns: readonly TableColumn[],
  row: Readonly<Record<string, unknown>>,
  local: readonly string[] = [],
) {
  return columns.flatMap(({ name, type }) => {
    const value = row[name] ?? null;
    if (local.includes(name))
      return textLanguages.map((language) => (value as Record<string, string> | null)?.[language] ?? null);
    if (type === 'timestamp with time zone' && typeof value === 'string')
      return [Temporal.Instant.from(value).toString()];
    if (type === 'time without time zone' && typeof value === 'string') return [value.slice(0, 5)];
    return [value as string | number | boolean | null];
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** Keys in order; instants as instants, however they are written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) => {
    if (typeof part === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(part)) {
      return Temporal.Instant.from(part).toString();
    }
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
