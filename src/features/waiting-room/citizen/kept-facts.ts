import type { Clock } from '#platform/clock.ts';

/**
 * Answers kept for a while by number: what changes seldom is asked of the database once in so many seconds, however many
 * look at it.
 */
export function keepFacts<Fact>(
  clock: Clock,
  seconds: number,
  ask: (id: number, now: Temporal.Instant) => Promise<Fact>,
): (id: number) => Promise<Fact> {
  const kept = new Map<number, { readonly until: number; readonly fact: Promise<Fact> }>();
  return (id) => {
    const now = clock.now();
    const known = kept.get(id);
    if (known && known.until > now.epochMilliseconds) return known.fact;
    const fact = ask(id, now);
    kept.set(id, { until: now.epochMilliseconds + seconds * 1000, fact });
    fact.catch(() => kept.delete(id));
    return fact;
  };
}
