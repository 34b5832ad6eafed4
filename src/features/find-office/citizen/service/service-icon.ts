import type { IconName } from '#ui/icon.tsx';

const icons: Readonly<Record<string, IconName>> = {
  cie: 'card',
  passport: 'flag',
  'driving-licence': 'car',
  'aire-registration': 'user',
  'aire-address-change': 'map-marker',
};

export function serviceIcon(code: string): IconName {
  return icons[code] ?? 'file';
}
