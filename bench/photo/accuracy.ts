import { type Result, shown } from '../result.ts';
import { percentOf, shareOf, shareWords, type Share } from './interval.ts';
import type { Looked } from './looked.ts';
import { openMouths } from './open-mouths.ts';
import { toneOf, tones } from './skin-tone.ts';
import { defects } from './variants/all-variants.ts';
import type { Variant } from './variants/variant.ts';

const most = 5;
const least = 95;

/** What must be reached, one figure each; the tables behind them are in `tables.ts`. */
export function accuracyResults(looked: readonly Looked[]): Result[] {
  const of = (kind: Looked['kind']) => looked.filter((one) => one.kind === kind);
  const neutral = refusedOf(of('neutral'));
  const harmless = refusedOf(of('harmless'));
  const found = defects
    .filter(({ gross }) => gross)
    .map((defect) => ({ defect, share: foundOf(defect, of('synthetic')) }))
    .toSorted((a, b) => percentOf(a.share) - percentOf(b.share));
  const [worst] = found;
  const missed = found.filter(({ share }) => percentOf(share) < least);
  const mouths = looked.filter(({ kind, person }) => kind === 'smiling' && openMouths.includes(person));
  const real = shareOf(mouths.filter((one) => hasFound(one, ['mouth-closed'])).length, mouths.length);
  return [
    atMost('photo: good portraits refused', neutral, 'verdict “fail”; studio portraits with a neutral face'),
    ...tones.map((tone) => {
      const group = refusedOf(of('neutral').filter(({ angle }) => toneOf(angle) === tone));
      return { ...atMost(`photo: good portraits refused, ${tone} skin`, group, 'groups are small'), bar: null };
    }),
    atMost('photo: good portraits refused, a little changed', harmless, 'other light, size, frame, encoding, wall'),
    atLeast(
      'photo: gross defects found, the worst kind',
      worst?.share ?? shareOf(0, 0),
      `${worst?.defect.name ?? 'none'}; ${found.length} kinds, drawn or calculated${missed.length > 0 ? `; below: ${missed.map(({ defect, share }) => `${defect.name} ${shown(percentOf(share))} %`).join(', ')}` : ''}`,
    ),
    atLeast('photo: open mouths found', real, 'real: smiles with teeth, told by eye'),
  ];
}

/** Of these, how many would be refused. */
export function refusedOf(looked: readonly Looked[]): Share {
  return shareOf(looked.filter(({ verdict }) => verdict === 'fail').length, looked.length);
}

/** Of the pictures with this defect, in how many a check meant for it warns or fails. */
export function foundOf(defect: Variant, synthetic: readonly Looked[]): Share {
  const made = synthetic.filter(({ variant }) => variant === defect.name);
  return shareOf(made.filter((one) => hasFound(one, defect.finds)).length, made.length);
}

/** Glasses are allowed: their check finds them and passes. */
const told: readonly string[] = ['glasses-worn'];

export function hasFound(
  { checks }: Looked,
  finds: readonly string[],
  verdicts: readonly string[] = ['warn', 'fail'],
): boolean {
  return finds.some((id) => {
    const found = checks[id];
    if (found === undefined) return false;
    return verdicts.includes(found.verdict) || (verdicts.includes('warn') && told.includes(found.finding));
  });
}

function atMost(name: string, share: Share, notes: string): Result {
  const figure = percentOf(share);
  return { ...plain(name, share, notes), bar: `< ${most} %`, pass: figure < most, reach: most / Math.max(figure, 1) };
}

function atLeast(name: string, share: Share, notes: string): Result {
  const figure = percentOf(share);
  return {
    ...plain(name, share, notes),
    bar: `≥ ${least} %`,
    pass: share.of > 0 && figure >= least,
    reach: figure / least,
  };
}

function plain(name: string, share: Share, notes: string) {
  return {
    name,
    figure: percentOf(share),
    unit: '%',
    reference: null,
    referenceFigure: null,
    ratio: null,
    spread: [share.low * 100, share.high * 100] as const,
    notes: `${shareWords(share)}; the interval holds the true share nineteen times out of twenty; ${notes}`,
  };
}
