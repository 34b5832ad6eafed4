import type { Answers } from './crowd.ts';

/** Keeps how long each kind of request took and what it was answered with. */
export function tally() {
  const kinds = new Map<string, { times: number[]; statuses: Record<string, number> }>();
  return {
    note(kind: string, status: string, milliseconds: number): void {
      let kept = kinds.get(kind);
      if (kept === undefined) kinds.set(kind, (kept = { times: [], statuses: {} }));
      kept.times.push(milliseconds);
      kept.statuses[status] = (kept.statuses[status] ?? 0) + 1;
    },
    /** answers so far, by kind and status */
    counts(): Record<string, number> {
      return Object.fromEntries(
        [...kinds].flatMap(([kind, { statuses }]) =>
          Object.entries(statuses).map(([status, count]) => [`${kind} ${status}`, count]),
        ),
      );
    },
    result(): Record<string, Answers> {
      return Object.fromEntries(
        [...kinds].map(([kind, { times, statuses }]) => {
          times.sort((a, b) => a - b);
          const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
          return [kind, { count: times.length, statuses, p50: at(0.5), p99: at(0.99), slowest: at(1) }];
        }),
      );
    },
  };
}
