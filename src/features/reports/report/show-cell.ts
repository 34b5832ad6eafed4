import { dayMonthYear, longDate, monthName, shortDate, withOffset } from '#platform/dates.ts';
import { type Language, type LocalText, localeOf, localText } from '#platform/language.ts';
import { weekdays } from '#ui/calendar/weekdays.ts';
import type { Grain } from '../figures/period.rules.ts';
import { headingTexts, wordTexts } from './headings.text.ts';
import type { Cell, CellKind, ReportColumn } from './report.ts';

/** What cells are written with. */
export interface Writing {
  readonly language: Language;
  readonly services: ReadonlyMap<string, LocalText>;
  readonly grain: Grain;
  /** in which moments are told */
  readonly zone: string;
}

export function heading(
  column: Pick<ReportColumn, 'key'>,
  { language, grain }: Pick<Writing, 'language' | 'grain'>,
): string {
  const t = headingTexts.for(language);
  if (column.key === 'day') return t(grain);
  return headingTexts.has(column.key) ? t(column.key) : column.key;
}

/** A cell as it is read on a page or on paper. */
export function showCell(kind: CellKind, cell: Cell, writing: Writing): string {
  const { language } = writing;
  if (cell === null) return '–';
  if (cell instanceof Temporal.PlainDate) return showDay(cell, writing);
  if (cell instanceof Temporal.Instant) {
    const local = cell.toZonedDateTimeISO(writing.zone);
    return `${shortDate(local.toPlainDate(), language)}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  }
  if (typeof cell === 'string') return showWord(kind, cell, writing);
  switch (kind) {
    case 'share':
      return number(language, { style: 'percent', maximumFractionDigits: cell > 0 && cell < 0.1 ? 1 : 0 }, cell);
    case 'days':
      return number(language, { maximumFractionDigits: 1 }, cell);
    case 'hour':
      return `${String(cell).padStart(2, '0')}:00`;
    case 'weekday':
      return weekdays(language)[cell - 1]?.long ?? String(cell);
    default:
      return number(language, {}, cell);
  }
}

/** A word or the name of a service; a name that an office chose stays as it is. */
export function showWord(
  kind: CellKind,
  cell: string,
  { language, services }: Pick<Writing, 'language' | 'services'>,
): string {
  if (kind === 'service') {
    const name = services.get(cell);
    return name ? localText(name, language) : cell;
  }
  return wordTexts.has(cell) ? wordTexts.for(language)(cell) : cell;
}

function showDay(day: Temporal.PlainDate, { language, grain }: Writing): string {
  if (grain === 'month') return monthName(day.toPlainYearMonth(), language);
  return grain === 'week' ? dayMonthYear(day, language) : longDate(day, language);
}

/** A cell in JSON: days and moments as they are written everywhere in the API. */
export function plainCell(cell: Cell, zone: string): string | number | null {
  if (cell instanceof Temporal.PlainDate) return cell.toString();
  return cell instanceof Temporal.Instant ? withOffset(cell, zone) : cell;
}

const formats = new Map<string, Intl.NumberFormat>();

function number(language: Language, options: Intl.NumberFormatOptions, value: number): string {
  const name = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(name);
  if (format === undefined) {
    format = new Intl.NumberFormat(localeOf(language), options);
    formats.set(name, format);
  }
  return format.format(value);
}
