import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import type { RoomRule } from '../../rule/room-rule.ts';

const units = { minutes: 1, hours: 60, days: 1_440 } as const;
type Unit = keyof typeof units;

const unit = z.enum(['minutes', 'hours', 'days'], 'required');
const whole = z
  .string('required')
  .trim()
  .min(1, 'required')
  .regex(/^\d{1,5}$/, 'number')
  .transform(Number);

const fields = z.object({
  room: z.enum(['always', 'demand', 'never'], 'required'),
  ordering: z.enum(['first-come', 'draw', 'registration-draw'], 'required'),
  joins: whole,
  joinsUnit: unit,
  closes: whole,
  closesUnit: unit,
  turnMinutes: whole.refine((minutes) => minutes >= 2 && minutes <= 60, 'out-of-range'),
  mixing: z.enum(['usual', 'none']).default('usual'),
  unmixedReason: z.string().trim().max(300, 'too-long').default(''),
});

/** The closest closing after which there is always a whole evening with the usual value before the seats open. */
export const leastClosing = 4 * units.days;

/** A rule as an office may want it. */
export const roomRuleSchema = fields.transform((form, context): RoomRule => {
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const joinsMinutes = form.joins * units[form.joinsUnit];
  const closesMinutes = form.closes * units[form.closesUnit];
  const isDraw = form.ordering !== 'first-come';
  if (joinsMinutes < 5 || joinsMinutes > 43_200) wrong('joins', 'out-of-range');
  else if (closesMinutes > 20_160) wrong('closes', 'out-of-range');
  else if (closesMinutes >= joinsMinutes) wrong('closes', 'before-joining');
  else if (isDraw && form.mixing === 'usual' && closesMinutes < leastClosing) wrong('closes', 'no-time-for-value');
  else if (isDraw && joinsMinutes - closesMinutes < 60) wrong('joins', 'short-window');
  if (isDraw && form.room === 'never') wrong('room', 'draw-needs-room');
  if (isDraw && form.mixing === 'none' && form.unmixedReason.length < 5) wrong('unmixedReason', 'required');
  return {
    room: form.room,
    ordering: form.ordering,
    joinsMinutes,
    closesMinutes,
    turnSeconds: form.turnMinutes * 60,
    unmixedReason: isDraw && form.mixing === 'none' ? form.unmixedReason : null,
  };
});

/** What the form shows of a rule. */
export function roomRuleValues(rule: RoomRule): FormValues {
  const joins = inUnits(rule.joinsMinutes);
  const closes = inUnits(rule.closesMinutes);
  return {
    room: rule.room,
    ordering: rule.ordering,
    joins: String(joins.count),
    joinsUnit: joins.unit,
    closes: String(closes.count),
    closesUnit: closes.unit,
    turnMinutes: String(Math.round(rule.turnSeconds / 60)),
    mixing: rule.unmixedReason === null ? 'usual' : 'none',
    unmixedReason: rule.unmixedReason ?? '',
  };
}

/** A length in the largest unit of which it is a whole number. */
export function inUnits(minutes: number): { count: number; unit: Unit } {
  if (minutes > 0 && minutes % units.days === 0) return { count: minutes / units.days, unit: 'days' };
  if (minutes > 0 && minutes % units.hours === 0) return { count: minutes / units.hours, unit: 'hours' };
  return { count: minutes, unit: 'minutes' };
}

/** What suits a draw, for whoever comes from a first-come rule: ten days to join, four for the public value. */
export const usualDraw: Pick<RoomRule, 'room' | 'joinsMinutes' | 'closesMinutes'> = {
  room: 'always',
  joinsMinutes: 10 * units.days,
  closesMinutes: leastClosing,
};
