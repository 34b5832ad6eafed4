import { type Overview, type OverviewFigure, overviewFigures } from '../figures/overview.query.ts';

/** How one figure stands beside the period before. */
export interface Change {
  readonly figure: OverviewFigure;
  readonly now: number;
  readonly before: number;
  readonly direction: 'more' | 'less' | 'same';
  /** worth a sentence: more than chance from one week to the next */
  readonly isNotable: boolean;
}

/** The change of a figure; undefined when one of the two is unknown. */
export function changeOf(figure: OverviewFigure, now: Overview, before: Overview): Change | undefined {
  const [value, earlier] = [now[figure], before[figure]];
  if (value === null || earlier === null || before.isEmpty) return undefined;
  const difference = value - earlier;
  const direction = shownSame(figure, difference) ? 'same' : difference > 0 ? 'more' : 'less';
  return { figure, now: value, before: earlier, direction, isNotable: isNotable(figure, difference, earlier) };
}

/** What changed so much that it is said first. */
export function notableChanges(now: Overview, before: Overview): Change[] {
  return overviewFigures.flatMap((figure) => {
    const change = changeOf(figure, now, before);
    return change?.isNotable ? [change] : [];
  });
}

function shownSame(figure: OverviewFigure, difference: number): boolean {
  const size = Math.abs(difference);
  if (figure === 'appointments') return size < 1;
  return figure === 'firstFree' ? size < 0.05 : size < 0.005;
}

function isNotable(figure: OverviewFigure, difference: number, earlier: number): boolean {
  const size = Math.abs(difference);
  switch (figure) {
    case 'appointments':
      return size >= 5 && size >= earlier * 0.1;
    case 'firstFree':
      return size >= 1 && size >= earlier * 0.1;
    case 'occupancy':
      return size >= 0.05;
    case 'absent':
    case 'cancelled':
      return size >= 0.02;
  }
}
