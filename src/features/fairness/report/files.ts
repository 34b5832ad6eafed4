import { stringify } from 'csv-stringify/sync';
import { withOffset } from '#platform/dates.ts';
import type { FairnessReport } from './report.query.ts';
import { secondsToLast, verdictOf } from './verdict.rules.ts';

/** A report as programs read it: an empty value is not known, or kept back. */
export function reportJson(report: FairnessReport, zone: string) {
  const at = (instant: Temporal.Instant | null) => (instant === null ? null : withOffset(instant, zone));
  const verdict = verdictOf(report);
  return {
    release: report.code,
    source: report.source,
    order: report.ordering,
    outcome: report.outcome,
    planners: [...report.planners],
    joinsAt: at(report.joinsAt),
    closesAt: at(report.closesAt),
    opensAt: withOffset(report.opensAt, zone),
    soldOutAt: at(report.soldOutAt),
    secondsToLastSeat: secondsToLast(report),
    seats: report.seats,
    people: report.people,
    withSeat: report.winners,
    answered: report.answered,
    answerSeconds: { median: report.medianSeconds, nineInTen: report.mostSeconds },
    arrival: {
      verdict: verdict.kind,
      chanceFirstQuarter: verdict.kind === 'unknown' ? null : verdict.first,
      chanceLastQuarter: verdict.kind === 'unknown' ? null : verdict.last,
      correlation: report.correlation,
    },
    groups: report.figures.map(({ part, value, people, winners }) => ({ part, value, people, withSeat: winners })),
    madeAt: withOffset(report.madeAt, zone),
  };
}

/** The same as rows, with the names of the JSON: the whole first, then each group. */
export function reportCsv(report: FairnessReport): string {
  const rows = [
    ['all', '', report.people, report.winners],
    ['seats', '', report.seats, null],
    ['seconds-to-last-seat', '', secondsToLast(report), null],
    ['answered', '', report.answered, null],
    ['answer-seconds', 'median', report.medianSeconds, null],
    ['answer-seconds', 'nine-in-ten', report.mostSeconds, null],
    ...report.figures.map(({ part, value, people, winners }) => [part, value, people, winners]),
  ];
  const head = ['part', 'group', 'people', 'with-seat'];
  return stringify([head, ...rows], { bom: true, delimiter: ';', escape_formulas: true, record_delimiter: 'windows' });
}
