import type { Language } from '#platform/language.ts';
import { type Fault } from './fault.ts';
import { faultTexts, hintTexts } from './faults.text.ts';
import type { FileFault } from './files/raw-row.ts';
import { reportTexts } from './report.text.ts';
import type { FileReport } from './run-import.ts';

const order = [
  'created',
  'changed',
  'same',
  'kept',
  'waits',
  'refused',
  'beyond',
  'outside',
  'wrong-code',
  'new-code',
  'told',
] as const; // prettier-ignore

/** A refused row in one line, without personal data. */
export function faultWords(fault: Fault, language: Language): string {
  const t = reportTexts.for(language);
  const { line, column, shown, detail } = fault;
  return t('row', {
    line: String(line),
    column: column || '–',
    reason: faultTexts.for(language)(fault.reason),
    shown: shown === null ? t('hidden') : shown === '' ? '' : t('shown', { shown }),
    detail: detail === undefined ? '' : t('detail', { detail }),
    hint: hintTexts.for(language)(fault.reason),
  });
}

/** What became of a file, line by line. */
export function fileWords(report: FileReport, language: Language): string[] {
  const t = reportTexts.for(language);
  const { file, kind, rows, counts, ignored, fault } = report;
  return [
    ...(kind === undefined ? [] : [t('file', { file, kind: t(kind), rows })]),
    ...order.filter((what) => (counts[what] ?? 0) > 0).map((what) => `  ${t(what, { count: counts[what] ?? 0 })}`),
    ...(ignored.length === 0 ? [] : [`  ${t('ignored', { columns: ignored.join(', ') })}`]),
    ...(fault === undefined ? [] : [faultOfFile(file, fault, language)]),
  ];
}

function faultOfFile(file: string, fault: FileFault, language: Language): string {
  const { reason, ...about } = fault;
  const values = Object.fromEntries(
    Object.entries(about).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
  return reportTexts.for(language)(reason, { file, ...values });
}
