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
