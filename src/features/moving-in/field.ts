import { clearing, type RawRow } from './files/raw-row.ts';
import type { Fault, FaultReason } from './fault.ts';

export type Reading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: FaultReason; readonly detail?: string | undefined };

/** A column that a file may have. */
export interface Field {
  /** as our own files write it */
  readonly name: string;
  /** other headings for it, Italian ones first */
  readonly also?: readonly string[];
  readonly read: (text: string) => Reading;
  readonly mandatory?: boolean;
  /** never shown, nor kept in a report of ours */
  readonly personal?: boolean;
}

/** A row as read: its values by the names of fields. What an empty cell says is not among them; `null` takes away. */
export interface ReadRow {
  readonly raw: RawRow;
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

/** Reads cells as their fields want them. */
export function readRow(fields: readonly Field[], raw: RawRow): ReadRow {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const field of fields) {
    const cell = cellOf(field, raw);
    const wrong = (reason: FaultReason, detail?: string) => faults.push(faultAt(raw, field, { reason, detail }));
    if (cell === undefined || cell === '') {
      if (field.mandatory === true) wrong('required');
    } else if (cell === clearing) {
      if (field.mandatory === true) wrong('required');
      else values[field.name] = null;
    } else {
      const reading = field.read(cell);
      if (reading.ok) values[field.name] = reading.value;
      else wrong(reading.reason, reading.detail);
    }
  }
  return { raw, values, faults };
}

/** A fault of a cell, with what stands there unless it is a person's. */
export function faultAt(
  raw: RawRow,
  field: Pick<Field, 'name' | 'also' | 'personal'>,
  fault: { reason: FaultReason; detail?: string | undefined },
): Fault {
  const cell = cellOf(field, raw) ?? '';
  const shown = field.personal === true && cell !== '' ? null : cell.slice(0, 60);
  return { line: raw.line, column: field.name, shown, ...fault };
}

/** Headings that no field has. */
export function unknownHeadings(fields: readonly Field[], headings: readonly string[]): string[] {
  const known = new Set(fields.flatMap(({ name, also = [] }) => [name, ...also]));
  return headings.filter((heading) => heading !== '' && !known.has(heading) && !heading.startsWith('refused_'));
}

function cellOf({ name, also = [] }: Pick<Field, 'name' | 'also'>, { cells }: RawRow): string | undefined {
  for (const heading of [name, ...also]) {
    const cell = cells.get(heading);
    if (cell !== undefined && cell !== '') return cell;
  }
  return cells.get(name);
}

/** What a row says in a field of text. */
export function textIn(values: ReadRow['values'], name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}
