import type { Figures } from '../tables.ts';

/** Kinds of requests that are counted: by people without a proved address, and those that were refused. */
export const countedKinds = [
  'hold',
  'join',
  'register',
  'login',
  'refused-hold',
  'refused-join',
  'refused-login',
] as const;
export type CountedKind = (typeof countedKinds)[number];

/** So many in a minute are no crowd's any more; a release that many people wait for stays below. */
const floors: Readonly<Record<CountedKind, number>> = {
  hold: 3000,
  join: 3000,
  register: 60,
  login: 600,
  'refused-hold': 600,
  'refused-join': 600,
  'refused-login': 120,
};
/** And so many times what is usual. */
const timesUsual = 10;

export type Counts = Readonly<Partial<Record<CountedKind, number>>>;

/**
 * The signs of an attack: what came within the last minute, against what comes in a minute of an ordinary day. Figures of
 * the kinds that are far above, empty when there is none.
 */
export function signsOf(lastMinute: Counts, usual: Counts): Figures {
  const found: Record<string, number> = {};
  for (const kind of countedKinds) {
    const count = lastMinute[kind] ?? 0;
    if (count > Math.max(floors[kind], timesUsual * (usual[kind] ?? 0))) found[kind] = count;
  }
  return found;
}
