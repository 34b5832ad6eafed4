import { createWriteStream } from 'node:fs';
import { chmod, rename } from 'node:fs/promises';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import { clearing, withGuard } from './raw-row.ts';

export type FileFormat = 'csv' | 'json';

/** A cell: text as it is in CSV, other values as JSON has them. */
export type Cell = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

export interface FileWriter {
  write(rows: readonly (readonly Cell[])[]): Promise<void>;
  /** the file is there under its name, whole */
  close(): Promise<void>;
}

/** A file that only its owner may read, written in pieces, and under its own name only once it is whole. */
export async function writeFile(
  path: string,
  about: { format: FileFormat; kind: string; version: number; columns: readonly string[]; marked?: boolean },
): Promise<FileWriter> {
  const { format, kind, version, columns, marked = true } = about;
  const partial = `${path}.partial`;
  const stream = createWriteStream(partial, { mode: 0o600 });
  const put = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  await once(stream, 'open');
  await chmod(partial, 0o600);
  // Spreadsheets take UTF-8 for what it is only behind this mark.
  if (format === 'csv') await put(`\uFEFF${marked ? `# turno ${kind} ${version}\r\n` : ''}${csvOf([columns])}`);
  else await put(`${JSON.stringify({ format: `turno-${kind}`, version })}\n`);
  return {
    async write(rows) {
      if (rows.length === 0) return;
      if (format === 'csv') await put(csvOf(rows));
      else await put(rows.map((row) => `${JSON.stringify(objectOf(columns, row))}\n`).join(''));
    },
    async close() {
      stream.end();
      await once(stream, 'finish');
      await rename(partial, path);
    },
  };
}

function csvOf(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map(textOf)),
    { delimiter: ';', record_delimiter: 'windows', quoted_match: /^\s|\s$/ },
  );
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'object') return isPlainList(cell) ? cell.join('|') : JSON.stringify(cell);
  return cell === clearing ? '-' : withGuard(String(cell));
}

/** Lists of codes are written as people write them; texts that may hold the sign between them as JSON. */
function isPlainList(cell: object): cell is readonly (string | number)[] {
  return (
    Array.isArray(cell) &&
    cell.length > 0 &&
    cell.every((part) => typeof part === 'number' || (typeof part === 'string' && /^[\w.-]+$/.test(part)))
  );
}

function objectOf(columns: readonly string[], row: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
}
