/** Farther from the place in the data than this, coordinates are taken for a slip. */
export const mostKmFromData = 100;

export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance in kilometres. */
export function kmBetween(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Degrees as typed, comma or dot; undefined when they are none. */
export function readDegrees(typed: string, most: 90 | 180): number | undefined {
  const number = /^[+-]?\d{1,3}([.,]\d{1,10})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
  return Math.abs(number) <= most ? number : undefined;
}
