/** What of some new values differs from what is there, old and new: for the audit. */
export function changesOf(
  current: object,
  values: object,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const known = new Map<string, unknown>(Object.entries(current));
  const changed = Object.entries(values).filter(([name, value]) => sorted(known.get(name)) !== sorted(value));
  return {
    before: Object.fromEntries(changed.map(([name]): [string, unknown] => [name, known.get(name)])),
    after: Object.fromEntries(changed),
  };
}

/** As text; the members of an object in one order, as the database gives them in another. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
