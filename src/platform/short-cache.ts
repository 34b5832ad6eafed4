/**
 * Keeps the answer to a question for a moment, so that many who ask together are answered by one query. Questions asked
 * while the query is under way share it. For showing and for settings, never for deciding about a seat.
 */
export function shortCache<Value>(options: { milliseconds: number; most: number }) {
  const kept = new Map<string, { until: number; value: Promise<Value> }>();
  return function ask(key: string, load: () => Promise<Value>): Promise<Value> {
    const now = performance.now();
    const known = kept.get(key);
    if (known && known.until > now) return known.value;
    if (kept.size >= options.most) kept.clear();
    const value = load();
    kept.set(key, { until: now + options.milliseconds, value });
    // A failure is not an answer: the next one asks again.
    value.catch(() => kept.delete(key));
    return value;
  };
}
