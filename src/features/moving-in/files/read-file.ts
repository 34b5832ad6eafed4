import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { plainHeading } from '../cells/words.rules.ts';
import { csvRows } from './csv-rows.ts';
import { encodingOf, textOf } from './decode.ts';
import { jsonObjects } from './json-objects.ts';
import { type RawRow, UnreadableFile } from './raw-row.ts';

/** What a file says of itself before its first row. */
export interface FileHead {
  readonly kind: string | undefined;
  readonly version: number | undefined;
  /** as compared; of JSON, those of its first row */
  readonly headings: readonly string[];
}

/**
 * The rows of a file, CSV or JSON, read as they are needed. `onHead` hears what the file is before the first row.
 *
 * @throws UnreadableFile
 */
export async function* readFile(path: string, onHead: (head: FileHead) => void): AsyncGenerator<RawRow> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new UnreadableFile({ reason: 'no-file' });
  const encoding = await encodingOf(path);
  if (encoding === undefined) throw new UnreadableFile({ reason: 'not-text' });
  const isJson = /\.(json|jsonl|ndjson)$/i.test(basename(path));
  if (isJson) yield* jsonRows(textOf(path, encoding), onHead);
  else yield* csvRows(textOf(path, encoding), onHead);
}

async function* jsonRows(pieces: AsyncIterable<string>, onHead: (head: FileHead) => void): AsyncGenerator<RawRow> {
  let head: { kind: string | undefined; version: number | undefined } | undefined;
  let isTold = false;
  for await (const { text, line } of jsonObjects(pieces)) {
    const object = parsed(text, line);
    if (head === undefined && typeof object['format'] === 'string' && !isTold) {
      head = { kind: object['format'].replace(/^turno-/, ''), version: Number(object['version'] ?? 1) };
      continue;
    }
    const cells = new Map(Object.entries(object).map(([name, value]) => [plainHeading(name), cellOf(value)]));
    if (!isTold) onHead({ kind: head?.kind, version: head?.version, headings: [...cells.keys()] });
    isTold = true;
    yield { line, cells };
  }
  if (head === undefined && !isTold) throw new UnreadableFile({ reason: 'empty' });
}

function parsed(text: string, line: number): Record<string, unknown> {
  try {
    // An object, as it begins with a brace.
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new UnreadableFile({ reason: 'broken', line });
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
