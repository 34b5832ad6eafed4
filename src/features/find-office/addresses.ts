export function officePath(office: string): string {
  return `/offices/${office}`;
}

export function servicePath(office: string, service: string, party = 1): string {
  return `/offices/${office}/${service}${party > 1 ? `?party=${party}` : ''}`;
}
