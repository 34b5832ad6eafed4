/** One figure beside its reference, as `--json` writes it. */
export interface Result {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly reference: string | null;
  readonly referenceFigure: number | null;
  readonly ratio: number | null;
  /** smallest and largest of the rounds */
  readonly spread: readonly [number, number];
  /** what must be reached, in words; null when the figure is only reported */
  readonly bar: string | null;
  readonly pass: boolean;
  /** how far the bar was reached: 1 is exactly, more is better */
  readonly reach?: number;
  readonly notes: string;
  /** what was counted for it, as Markdown for `docs/photo.md` */
  readonly tables?: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function spreadOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** The median of some rounds, beside the median of the reference's rounds. */
export function compare(given: {
  name: string;
  unit: string;
  rounds: readonly number[];
  reference: { name: string; rounds: readonly number[] };
  atLeast: number | null;
  notes: string;
}): Result {
  const figure = median(given.rounds);
  const referenceFigure = median(given.reference.rounds);
  const ratio = figure / referenceFigure;
  return {
    name: given.name,
    figure,
    unit: given.unit,
    reference: given.reference.name,
    referenceFigure,
    ratio,
    spread: spreadOf(given.rounds),
    bar: given.atLeast === null ? null : `≥ ${given.atLeast} × the reference`,
    pass: given.atLeast === null || ratio >= given.atLeast,
    ...(given.atLeast !== null && { reach: ratio / given.atLeast }),
    notes: given.notes,
  };
}

/** The median of some rounds under an absolute bar, which the worst round must keep too. */
export function bounded(given: {
  name: string;
  unit: string;
  rounds: readonly number[];
  notes: string;
  below?: number;
  above?: number;
  isWell?: boolean;
}): Result {
  const { name, unit, rounds, notes, below, above, isWell = true } = given;
  const isWithin =
    (below === undefined || Math.max(...rounds) <= below) && (above === undefined || median(rounds) >= above);
  const limit =
    below === undefined
      ? above === undefined
        ? undefined
        : `> ${shown(above)} ${unit}`
      : `within ${shown(below)} ${unit}`;
  return {
    name,
    figure: median(rounds),
    unit,
    reference: null,
    referenceFigure: null,
    ratio: null,
    spread: spreadOf(rounds),
    bar: limit ?? null,
    pass: isWell && isWithin,
    ...(below !== undefined && { reach: below / median(rounds) }),
    ...(above !== undefined && { reach: median(rounds) / above }),
    notes,
  };
}

/** Figures for people: three digits that matter. */
export function shown(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 4 : 3 });
}

export function line(result: Result): string {
  const { name, figure, unit, reference, referenceFigure, ratio, spread, bar, pass, notes } = result;
  const beside =
    reference === null || referenceFigure === null
      ? ''
      : ` · ${reference}: ${shown(referenceFigure)}${ratio === null ? '' : ` · ratio ${shown(ratio)}`}`;
  const verdict = bar === null ? 'reported' : pass ? `PASS (${bar})` : `MISS (${bar})`;
  return `${name}: ${shown(figure)} ${unit} [${shown(spread[0])}–${shown(spread[1])}]${beside} · ${verdict}\n  ${notes}`;
}
