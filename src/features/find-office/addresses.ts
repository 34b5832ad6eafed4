import { residentWord } from '#features/planner/index.ts';

export function officePath(office: string): string {
  return `/offices/${office}`;
}

export function servicePath(
  office: string,
  service: string,
  party = 1,
  withPriority = false,
  resident?: boolean,
): string {
  const asked = [
    ...(party > 1 ? [`party=${party}`] : []),
    ...(withPriority ? ['priority=1'] : []),
    ...(resident === undefined ? [] : [`resident=${residentWord(resident)}`]),
  ].join('&');
  return `/offices/${office}/${service}${asked === '' ? '' : `?${asked}`}`;
}
