import type { OpeningRule } from '../rules.ts';

/** What changed between two sets of opening rules. */
export interface RuleDifferences {
  readonly added: readonly OpeningRule[];
  readonly removed: readonly OpeningRule[];
  readonly changed: readonly { before: OpeningRule; after: OpeningRule }[];
}

/** Rules that are in both sets are no difference; of the others, those most alike count as one that changed. */
export function ruleDifferences(before: readonly OpeningRule[], after: readonly OpeningRule[]): RuleDifferences {
  const removed = [...before];
  const added: OpeningRule[] = [];
  for (const rule of after) {
    const same = removed.findIndex((other) => isSame(rule, other));
    if (same === -1) added.push(rule);
    else removed.splice(same, 1);
  }
  const changed: { before: OpeningRule; after: OpeningRule }[] = [];
  for (const rule of [...added]) {
    const most = Math.max(0, ...removed.map((other) => likeness(rule, other)));
    const before = removed.find((other) => likeness(rule, other) === most);
    if (most < 2 || before === undefined) continue;
    changed.push({ before, after: rule });
    removed.splice(removed.indexOf(before), 1);
    added.splice(added.indexOf(rule), 1);
  }
  return { added, removed, changed };
}

export function countDifferences({ added, removed, changed }: RuleDifferences): number {
  return added.length + removed.length + changed.length;
}

function isSame(one: OpeningRule, other: OpeningRule): boolean {
  return (
    likeness(one, other) === 4 &&
    one.validFrom === other.validFrom &&
    one.validTo === other.validTo &&
    one.minutes === other.minutes &&
    one.desks === other.desks &&
    listed(one.breaks) === listed(other.breaks)
  );
}

/** From 0 to 4: the same weekdays count most, then some of them, then hours. */
function likeness(one: OpeningRule, other: OpeningRule): number {
  const days = String([...one.weekdays].sort()) === String([...other.weekdays].sort());
  const shared = one.weekdays.some((day) => other.weekdays.includes(day));
  const hours = Number(one.starts === other.starts) + Number(one.ends === other.ends);
  return days ? 2 + hours : shared && hours > 0 ? 1 + hours : hours;
}

function listed(breaks: OpeningRule['breaks']): string {
  return breaks.map(({ starts, ends }) => `${starts}-${ends}`).join();
}
