/** A row as its file has it: cells by their headings, as text. */
export interface RawRow {
  /** as a spreadsheet counts rows; in JSON, the line on which the object begins */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** Why a file cannot be read at all, or no further. */
export type FileFault =
  | { readonly reason: 'no-file' | 'not-text' | 'empty' | 'unknown-kind' }
  | { readonly reason: 'no-columns'; readonly columns: readonly string[] }
  | { readonly reason: 'broken'; readonly line: number }
  | { readonly reason: 'heading-twice'; readonly column: string }
  | { readonly reason: 'newer-version'; readonly version: number };

/** Thrown while a file is read: rows before the place are good. */
export class UnreadableFile extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

/** What a cell that holds only - is read as: it takes away what is there. An empty cell changes nothing. */
export const clearing = '\u0000';

/** A cell that would begin like a formula has ' before it in our files, and loses it here. */
export function withoutGuard(cell: string): string {
  if (cell === '-') return clearing;
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

export function withGuard(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
