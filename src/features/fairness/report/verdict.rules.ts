import type { FairnessReport } from './report.query.ts';

/** Whether it helped to come early: what the figures say, and the figures. */
export type Verdict =
  | { readonly kind: 'unknown' }
  /** nothing was drawn: who came first was served first, and that is the rule that was told */
  | { readonly kind: 'arrival'; readonly first: number; readonly last: number }
  | { readonly kind: 'independent' | 'dependent'; readonly first: number; readonly last: number };

/** Chi squared with three degrees of freedom: beyond it, chance alone would be at work once in a hundred times. */
const limit = 11.34;

const quarters = ['1', '2', '3', '4'] as const;

/** Compares the chance of a seat between the four quarters of the time in which people could join. */
export function verdictOf(report: Pick<FairnessReport, 'figures' | 'ordering' | 'correlation'>): Verdict {
  const groups = quarters.flatMap((value) => {
    const found = report.figures.find((figure) => figure.part === 'quarter' && figure.value === value);
    const { people = null, winners = null } = found ?? {};
    return people !== null && winners !== null && people > 0 ? [{ value, people, winners }] : [];
  });
  const [first, last] = [groups.find(({ value }) => value === '1'), groups.find(({ value }) => value === '4')];
  // Where they are kept back, others cannot speak for them.
  if (first === undefined || last === undefined) return { kind: 'unknown' };
  const chances = { first: first.winners / first.people, last: last.winners / last.people };
  // Places were drawn only where the draw left its order behind.
  if (report.correlation === null || report.correlation > 0.99) return { kind: 'arrival', ...chances };
  return { kind: distance(groups) > limit ? 'dependent' : 'independent', ...chances };
}

/** How far winners and losers of the groups are from the chance of all. */
function distance(groups: readonly { people: number; winners: number }[]): number {
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  const chance = groups.reduce((sum, group) => sum + group.winners, 0) / people;
  if (chance === 0 || chance === 1) return 0;
  return groups.reduce((sum, group) => {
    const off = group.winners - group.people * chance;
    return sum + off ** 2 / (group.people * chance) + off ** 2 / (group.people * (1 - chance));
  }, 0);
}

/** Seconds from the opening to the last seat; null while there are some, or where nobody knows. */
export function secondsToLast({ opensAt, soldOutAt }: Pick<FairnessReport, 'opensAt' | 'soldOutAt'>): number | null {
  return soldOutAt === null ? null : Math.max(0, Math.round(opensAt.until(soldOutAt).total('seconds')));
}
