import type { OpeningRule } from '../rules.ts';

/** Weeks that many offices have: a first draft to change. */
export const presets = ['mornings', 'mornings-and-afternoons'] as const;

export type Preset = (typeof presets)[number];

const workdays = [1, 2, 3, 4, 5];

/** The rules of a preset, from a day on. */
export function presetRules(
  preset: Preset,
  wish: { validFrom: string; minutes: number; desks: number },
): OpeningRule[] {
  const every = { ...wish, validTo: null, breaks: [] };
  const mornings = { ...every, weekdays: workdays, starts: '09:00', ends: '13:00' };
  if (preset === 'mornings') return [mornings];
  return [mornings, { ...every, weekdays: [2, 4], starts: '15:00', ends: '17:00' }];
}
