import { brokenConstraint } from '#platform/transaction.ts';
import type { Fault } from './fault.ts';
import type { ReadRow } from './field.ts';

/** What the database says of a row that breaks a rule of its table, without the row's values. */
export function notFitting({ raw }: ReadRow, error: unknown): Fault {
  const constraint = brokenConstraint(error);
  const column = typeof error === 'object' && error !== null && 'column' in error ? String(error.column) : '';
  if (constraint === 'booking_person_one_live') {
    return { line: raw.line, column: 'codice_fiscale', reason: 'already-booked', shown: null };
  }
  const reason = constraint?.endsWith('_fkey') ? 'unknown-row' : column === '' ? 'not-fitting' : 'required';
  return { line: raw.line, column, reason, shown: null, detail: constraint };
}
