import { type Language, localeOf } from '#platform/language.ts';
import { weekdays } from '#ui/calendar/weekdays.ts';
import { type Cell, columnOf, numbersOf, type Report } from '../report/report.ts';
import { reportTexts } from '../report/report.text.ts';
import { heading, showCell, showWord, type Writing } from '../report/show-cell.ts';
import type { Chart, Series } from './chart.ts';
import { barsSummary, columnsSummary, heatSummary, linesSummary } from './summary.ts';
import { chartTexts } from './chart.text.ts';

/** The chart of a report; undefined where a table says it all. */
export function chartOf(report: Report, writing: Writing): Chart | undefined {
  const title = reportTexts.for(writing.language)(report.name);
  switch (report.name) {
    case 'days':
      return columns(title, dayLabels(columnOf(report, 'day'), writing), fates(report, writing), writing);
    case 'hours':
      return columns(
        title,
        columnOf(report, 'hour').map((hour) => showCell('hour', hour, writing)),
        fates(report, writing, 'notCancelled'),
        writing,
      );
    case 'lead-time': {
      const labels = columnOf(report, 'leadDays');
      const values = numbersOf(report, 'notCancelled');
      return bars(title, labels, values, { kind: 'word', writing });
    }
    case 'services':
      return bars(title, columnOf(report, 'service'), numbersOf(report, 'appointments'), { kind: 'service', writing });
    case 'channels':
      return bars(title, columnOf(report, 'channel'), numbersOf(report, 'appointments'), { kind: 'word', writing });
    case 'cancellations':
      return bars(title, columnOf(report, 'cancelledBy'), numbersOf(report, 'cancelled'), { kind: 'word', writing });
    case 'first-free':
      return firstFreeLines(title, report, writing);
    case 'releases':
      return releaseColumns(title, report, writing);
    case 'clearances':
      return lines(title, report, ['openClearances', 'oldestAge'], writing);
    case 'waiting-list':
      return lines(title, report, ['waiting', 'oldestAge'], writing);
    case 'occupancy':
      return heat(title, report, writing);
  }
}

/** What became of the appointments: served, absent, cancelled, and the rest. */
function fates(report: Report, { language }: Writing, all = 'appointments'): Series[] {
  const t = chartTexts.for(language);
  const numbers = (key: string): number[] => numbersOf(report, key).map((value) => value ?? 0);
  const [served, absent] = [numbers('served'), numbers('absent')];
  const cancelled = ['cancelledCitizen', 'cancelledOffice', 'cancelledUnconfirmed', 'cancelledClearance'].map(numbers);
  const lost = served.map((_, index) => cancelled.reduce((sum, values) => sum + (values[index] ?? 0), 0));
  const open = numbers(all).map(
    (count, index) => count - (served[index] ?? 0) - (absent[index] ?? 0) - (lost[index] ?? 0),
  );
  const series = [
    { label: t('served'), values: served },
    { label: t('absent'), values: absent },
    { label: t('cancelled'), values: lost },
    { label: t('open'), values: open },
  ];
  return all === 'appointments' ? series : series.filter((_, index) => index !== 2);
}

function columns(title: string, labels: string[], series: Series[], { language }: Writing): Chart {
  return { kind: 'columns', title, labels, series, summary: columnsSummary(labels, series, language) };
}

function bars(
  title: string,
  labels: readonly Cell[],
  values: readonly (number | null)[],
  { kind, writing }: { kind: 'service' | 'word'; writing: Writing },
): Chart {
  const all = labels.map((label, index) => {
    const value = values[index] ?? 0;
    return { label: showWord(kind, String(label), writing), value, shown: showCell('count', value, writing) };
  });
  return { kind: 'bars', title, bars: all, summary: barsSummary(all, writing.language) };
}

function lines(title: string, report: Report, keys: readonly string[], writing: Writing): Chart {
  const labels = dayLabels(columnOf(report, 'day'), writing);
  const series = keys.map((key) => ({ label: heading({ key }, writing), values: numbersOf(report, key) }));
  return { kind: 'lines', title, labels, series, summary: linesSummary(labels, series, writing.language) };
}

/** A line for each service, those with most days first: more than four could not be told apart. */
function firstFreeLines(title: string, report: Report, writing: Writing): Chart {
  const days = columnOf(report, 'day').map(String);
  const services = columnOf(report, 'service').map(String);
  const means = numbersOf(report, 'meanDays');
  const steps = [...new Set(days)];
  const often = Map.groupBy(services, (service) => service);
  const shown = [...often].toSorted(([, a], [, b]) => b.length - a.length).slice(0, 4);
  const series = shown.map(([service]) => ({
    label: showWord('service', service, writing),
    values: steps.map((step) => means[days.findIndex((day, row) => day === step && services[row] === service)] ?? null),
  }));
  const labels = dayLabels(
    steps.map((step) => Temporal.PlainDate.from(step)),
    writing,
  );
  return { kind: 'lines', title, labels, series, summary: linesSummary(labels, series, writing.language) };
}

/** Minutes to the last seat; nothing where every release still has some. */
function releaseColumns(title: string, report: Report, writing: Writing): Chart | undefined {
  const isEach = report.columns[0]?.kind === 'moment';
  const key = isEach ? 'minutesToSellOut' : 'medianMinutes';
  const labels = isEach
    ? columnOf(report, 'opensAt').map((at) =>
        at instanceof Temporal.Instant ? dayLabel(at.toZonedDateTimeISO(writing.zone).toPlainDate(), writing) : '',
      )
    : dayLabels(columnOf(report, 'day'), writing);
  const values = numbersOf(report, key);
  if (values.every((value) => value === null)) return undefined;
  return columns(title, labels, [{ label: heading({ key }, writing), values }], writing);
}

function heat(title: string, report: Report, writing: Writing): Chart {
  const { language } = writing;
  const [days, hours] = [numbersOf(report, 'weekday'), numbersOf(report, 'hour')];
  const shares = numbersOf(report, 'occupancy');
  const rows = inOrder(days);
  const times = range(hours);
  const cells = rows.map((day) =>
    times.map((hour) => shares[days.findIndex((one, row) => one === day && hours[row] === hour)] ?? null),
  );
  return {
    kind: 'heat',
    title,
    rows: rows.map((day) => weekdays(language)[day - 1]?.short ?? ''),
    columns: times.map((hour) => String(hour)),
    cells,
    summary: heatSummary(report, writing),
  };
}

function inOrder(values: readonly (number | null)[]): number[] {
  return [...new Set(values.filter((value) => value !== null))].toSorted((a, b) => a - b);
}

/** Hours from the first to the last, the empty ones between them too. */
function range(values: readonly (number | null)[]): number[] {
  const [first = 0, ...rest] = inOrder(values);
  const last = rest.at(-1) ?? first;
  return values.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function dayLabels(days: readonly Cell[], writing: Writing): string[] {
  return days.map((day) => (day instanceof Temporal.PlainDate ? dayLabel(day, writing) : ''));
}

const formats = new Map<Language, { day: Intl.DateTimeFormat; month: Intl.DateTimeFormat }>();

/** `12 nov`, or `nov 26`. */
function dayLabel(day: Temporal.PlainDate, { language, grain }: Writing): string {
  let format = formats.get(language);
  if (format === undefined) {
    const locale = localeOf(language);
    format = {
      day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
      month: new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }),
    };
    formats.set(language, format);
  }
  return (grain === 'month' ? format.month : format.day).format(Date.UTC(day.year, day.month - 1, day.day));
}
