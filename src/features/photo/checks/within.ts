import type { CheckResult, Figure, Verdict } from '../check.ts';
import type { Finding, Requirement } from '../check.text.ts';
import type { Limits, Unit } from './limits.ts';

/** What a number means by its limits. */
export interface Placed {
  readonly verdict: Exclude<Verdict, 'not-assessed'>;
  readonly score: number;
  readonly figure: Figure;
  /** on which side of what is best it lies */
  readonly side: 'below' | 'above';
}

/** At the limits themselves. */
const scores = { ideal: 100, pass: 70, possible: 40 };

export function within(value: number, limits: Limits): Placed {
  const { ideal, pass, possible = {} } = limits;
  const side = value < ideal ? 'below' : 'above';
  const end = side === 'below' ? 'from' : 'to';
  const [passes, fails] = [pass[end], possible[end]];
  const score = scoreOf(Math.abs(value - ideal), away(passes, ideal), away(fails, ideal));
  const isBeyond = (limit: number | undefined) =>
    limit !== undefined && Math.abs(value - ideal) > Math.abs(limit - ideal);
  const verdict = isBeyond(fails) ? 'fail' : isBeyond(passes) ? 'warn' : 'pass';
  return { verdict, score, figure: figureOf(value, limits), side };
}

function away(limit: number | undefined, ideal: number): number | undefined {
  return limit === undefined ? undefined : Math.abs(limit - ideal);
}

/** Falls evenly from what is best to where it passes, from there to where it is wrong, and beyond to nothing. */
function scoreOf(off: number, passes: number | undefined, fails: number | undefined): number {
  if (passes === undefined) return scores.ideal;
  if (off <= passes) return Math.round(scores.ideal - ((scores.ideal - scores.pass) * off) / passes);
  const span = fails === undefined ? passes : fails - passes;
  const floor = fails === undefined ? scores.possible : 0;
  return Math.max(floor, Math.round(scores.pass - ((scores.pass - scores.possible) * (off - passes)) / span));
}

const decimals: Readonly<Record<Unit, number>> = { px: 0, mm: 1, degrees: 1, percent: 1, lightness: 0, points: 2 };

function figureOf(value: number, { unit, pass }: Limits): Figure {
  const shown = (number: number) => {
    const scaled = unit === 'percent' ? number * 100 : number;
    return Math.round(scaled * 10 ** decimals[unit]) / 10 ** decimals[unit];
  };
  return {
    value: shown(value),
    unit,
    ...(pass.from === undefined ? {} : { from: shown(pass.from) }),
    ...(pass.to === undefined ? {} : { to: shown(pass.to) }),
  };
}

/** One number of a check, with what to say where it is not right. */
export interface Part extends Placed {
  readonly finding: Finding;
}

export function part(value: number, limits: Limits, finding: Finding | { below: Finding; above: Finding }): Part {
  const placed = within(value, limits);
  return { ...placed, finding: typeof finding === 'string' ? finding : finding[placed.side] };
}

/** A check of one or several numbers: the worst of them decides, and is the one that is shown. */
export function checkOf(id: Requirement, fine: Finding, parts: readonly [Part, ...Part[]]): CheckResult {
  const worst = parts.reduce((one, other) => (isWorse(other, one) ? other : one));
  const { verdict, score, figure } = worst;
  return { id, verdict, score, finding: verdict === 'pass' ? fine : worst.finding, measured: {}, figure };
}

const badness = { pass: 0, warn: 1, fail: 2 };

function isWorse(one: Placed, other: Placed): boolean {
  if (one.verdict !== other.verdict) return badness[one.verdict] > badness[other.verdict];
  return one.score < other.score;
}

/** What no number tells here: nobody is blamed for it. */
export function notAssessed(id: Requirement, finding: Finding): CheckResult {
  return { id, verdict: 'not-assessed', score: null, finding, measured: {} };
}
