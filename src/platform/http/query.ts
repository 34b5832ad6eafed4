/** A value of a query string when it was given once, as text; empty when there is none. */
export function queryText(query: unknown, name: string): string {
  if (typeof query !== 'object' || query === null || !(name in query)) return '';
  const value: unknown = (query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
}
