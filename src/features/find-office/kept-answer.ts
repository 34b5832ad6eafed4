import type { Clock } from '#platform/clock.ts';

/**
 * An answer that is the same for everybody, made again only when it is older than this; those who ask meanwhile share
 * the one being made.
 */
export function keepAnswer<Answer>(
  clock: Clock,
  seconds: number,
  make: (now: Temporal.Instant) => Promise<Answer>,
): () => Promise<Answer> {
  let kept: { answer: Promise<Answer>; until: Temporal.Instant } | undefined;
  return () => {
    const now = clock.now();
    if (kept && Temporal.Instant.compare(now, kept.until) < 0) return kept.answer;
    const answer = make(now);
    const mine = { answer, until: now.add({ seconds }) };
    kept = mine;
    answer.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return answer;
  };
}
