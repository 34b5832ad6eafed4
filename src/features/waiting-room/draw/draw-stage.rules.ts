import type { Mixing } from '../tables.ts';
import { valueKnownFrom } from './value-day.ts';

/** From the morning after its day on a public value is late. */
const patience = { hours: 33 };

/** People are told that they wait for a value that should be there. */
export function isValueLate(
  draw: {
    readonly mixing: Mixing | null;
    readonly closedAt: Temporal.Instant | null;
    readonly publicValue: string | null;
    readonly state: string;
  },
  now: Temporal.Instant,
): boolean {
  const { mixing, closedAt, publicValue, state } = draw;
  if (mixing === null || closedAt === null || publicValue !== null || state === 'ended') return false;
  return Temporal.Instant.compare(now, valueKnownFrom(mixing.day).add(patience)) >= 0;
}
