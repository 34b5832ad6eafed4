import type { FastifyReply } from 'fastify';
import { dayMonthYear } from '#platform/dates.ts';
import type { Period } from '../figures/period.rules.ts';
import { periodTexts } from '../figures/period.text.ts';
import type { Report } from '../report/report.ts';
import type { Writing } from '../report/show-cell.ts';
import { reportCsv } from './csv.ts';
import { fileTexts } from './file.text.ts';
import { reportXlsx } from './xlsx.ts';

export const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Sends a report as a file to keep. `place`: the office's name, or whose figures they are; `code` stands in the file's name. */
export async function sendReport(
  reply: FastifyReply,
  report: Report,
  how: { format: FileFormat; writing: Writing; period: Period; place: string; code: string },
): Promise<FastifyReply> {
  const { format, writing, period, place, code } = how;
  const { language } = writing;
  const day = (date: Temporal.PlainDate): string => dayMonthYear(date, language);
  const about = {
    title: fileTexts.for(language)('howCounted'),
    place,
    period: periodTexts.for(language)('shown', { from: day(period.from), to: day(period.to) }),
  };
  const body = format === 'csv' ? reportCsv(report, writing) : await reportXlsx(report, writing, about);
  const name = `turno-${code}-${report.name}-${period.from.toString()}-${period.to.toString()}.${format}`;
  return reply
    .type(types[format])
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(body);
}
