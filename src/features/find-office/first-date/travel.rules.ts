/** About how long a journey takes, in minutes; on foot where it is short, else by car. */
export interface Travel {
  readonly by: 'foot' | 'car';
  readonly from: number;
  readonly to: number;
}

/** Roads are so much longer than the straight line, from the straightest to the most winding. */
const detour = { least: 1.15, most: 1.5 } as const;
/** Kilometres an hour of a whole journey, stops included: in town, between towns, on fast roads. */
const speeds = [
  { upToKm: 8, fast: 32, slow: 22 },
  { upToKm: 25, fast: 52, slow: 36 },
  { upToKm: Infinity, fast: 75, slow: 48 },
] as const;
const walkingKm = 1.5;
const walkingSpeed = { fast: 5, slow: 4 } as const;

/**
 * An estimate from the distance as the crow flies alone: it knows no roads, traffic, ferries or timetables, and whoever shows
 * it says so. Below half a kilometre there is nothing to tell: places are known by the middle of their municipality.
 */
export function travelFor(km: number): Travel | undefined {
  if (km < 0.5) return undefined;
  if (km <= walkingKm) return { by: 'foot', ...between(km, walkingSpeed, 5) };
  const speed = speeds.find(({ upToKm }) => km <= upToKm) ?? speeds[2];
  return { by: 'car', ...between(km, speed, km <= 25 ? 5 : 10) };
}

function between(km: number, speed: { fast: number; slow: number }, step: number): { from: number; to: number } {
  const minutes = (factor: number, kmh: number) => (km * factor * 60) / kmh;
  const from = Math.max(step, Math.floor(minutes(detour.least, speed.fast) / step) * step);
  return { from, to: Math.max(from + step, Math.ceil(minutes(detour.most, speed.slow) / step) * step) };
}
