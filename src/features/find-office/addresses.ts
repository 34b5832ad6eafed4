export function officePath(office: string): string {
  return `/offices/${office}`;
}

export function servicePath(office: string, service: string, party = 1, withPriority = false): string {
  const asked = [...(party > 1 ? [`party=${party}`] : []), ...(withPriority ? ['priority=1'] : [])].join('&');
  return `/offices/${office}/${service}${asked === '' ? '' : `?${asked}`}`;
}
