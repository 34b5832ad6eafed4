/** Codes of offices and services, as they stand in addresses. Anything else is not looked up. */
const code = /^[a-z0-9-]{1,80}$/;

export function readCode(text: string): string | undefined {
  const lower = text.toLowerCase();
  return code.test(lower) ? lower : undefined;
}

export function officePath(office: string): string {
  return `/offices/${office}`;
}

export function servicePath(office: string, service: string, party = 1): string {
  return `/offices/${office}/${service}${party > 1 ? `?party=${party}` : ''}`;
}

export function timesPath(office: string, service: string, date: string, party = 1): string {
  return `/offices/${office}/${service}/times?date=${date}${party > 1 ? `&party=${party}` : ''}`;
}

/** A value of a query string when it was given once, as text. */
export function queryText(query: unknown, name: string): string {
  if (typeof query !== 'object' || query === null || !(name in query)) return '';
  const value: unknown = (query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
}
