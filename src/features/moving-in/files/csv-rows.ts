import { CsvError, type Parser, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { plainHeading } from '../cells/words.rules.ts';
import { type RawRow, UnreadableFile, withoutGuard } from './raw-row.ts';

/** The line in which a file says what it is: `# turno appointments 1`. */
const mark = /^"?#\s*turno[\s/-]+([a-z-]+)[\s/]+(\d{1,6})/i;

export interface CsvHead {
  readonly kind: string | undefined;
  readonly version: number | undefined;
  readonly headings: readonly string[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The rows of a text with separators (comma, semicolon or tab, told from its headings), one at a time. `onHead` hears of
 * the headings before the first row.
 */
export async function* csvRows(pieces: AsyncIterable<string>, onHead: (head: CsvHead) => void): AsyncGenerator<RawRow> {
  const { delimiter, all } = await withDelimiter(pieces);
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    trim: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 1024 * 1024,
  });
  const source = Readable.from(all);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let kind: { name: string; version: number } | undefined;
  let headings: string[] | undefined;
  let within = 0;
  try {
    for await (const { record, info } of records(parser)) {
      // Line breaks within quotes are no rows of the spreadsheet.
      within += record.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      const first = record[0] ?? '';
      const marked = headings === undefined ? mark.exec(record.join(' ')) : null;
      if (marked) kind = { name: (marked[1] ?? '').toLowerCase(), version: Number(marked[2]) };
      else if (headings === undefined && first.startsWith('#')) continue;
      else if (headings === undefined) {
        headings = record.map(plainHeading);
        const named = headings.filter((heading) => heading !== '');
        const twice = named.find((heading, index) => named.indexOf(heading) !== index);
        if (twice !== undefined) throw new UnreadableFile({ reason: 'heading-twice', column: twice });
        onHead({ kind: kind?.name, version: kind?.version, headings });
      } else yield { line: info.lines - within, cells: cellsOf(headings, record) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile({ reason: 'broken', line: Number(error['lines'] ?? 1) });
    throw error;
  } finally {
    source.destroy();
  }
  if (headings === undefined) throw new UnreadableFile({ reason: 'empty' });
}

function cellsOf(headings: readonly string[], record: readonly string[]): Map<string, string> {
  const cells = new Map<string, string>();
  headings.forEach((heading, index) => {
    const cell = withoutGuard(record[index] ?? '');
    if (heading !== '') cells.set(heading, cell);
  });
  return cells;
}

// The library's types do not know what `info` adds.
function records(parser: Parser): AsyncIterable<Parsed> {
  return parser;
}

/** Reads on until the headings are there; gives back all that was read. */
async function withDelimiter(pieces: AsyncIterable<string>) {
  const iterator = pieces[Symbol.asyncIterator]();
  let start = '';
  while (start.length < 1024 * 1024 && headingsIn(start, false) === undefined) {
    const next = await iterator.next();
    if (next.done === true) break;
    start += next.value;
  }
  const headings = headingsIn(start, true) ?? '';
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: headings.split(sign).length }));
  const delimiter = counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ';';
  async function* all() {
    yield start;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { delimiter, all: all() };
}

/** The first line that is neither empty nor the mark. */
function headingsIn(text: string, isWhole: boolean): string | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const complete = isWhole ? lines : lines.slice(0, -1);
  return complete.find((line) => line.replace(/[\s;,"]/g, '') !== '' && !/^\s*"?#/.test(line));
}
