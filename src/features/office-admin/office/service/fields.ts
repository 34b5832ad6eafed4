import { z } from 'zod';

/** A whole number between two limits. */
export const number = (min: number, max: number) =>
  z
    .string('required')
    .trim()
    .min(1, 'required')
    .regex(/^\d{1,6}$/, 'number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, 'out-of-range');

/** The same, or nothing. */
export const optionalNumber = (min: number, max: number) =>
  z
    .string()
    .trim()
    .default('')
    .pipe(z.union([z.literal('').transform(() => null), number(min, max)]));

/** The boxes that were ticked, among those there are. */
export function ticked(known: readonly string[]) {
  return z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => [value].flat())
    .refine((codes) => codes.every((code) => known.includes(code)), 'unknown');
}

/** One box: ticked or not. */
export const tick = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

/** What an optional number's field shows. */
export function shown(value: number | null): string {
  return value === null ? '' : String(value);
}

export function shownTick(value: boolean): string {
  return value ? 'yes' : '';
}
