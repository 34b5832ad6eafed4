import { z } from 'zod';
import type { OrderWish } from '../../releases/release-order.ts';
import { instantOn } from '../../releases/release-rule.rules.ts';
import { optionalDay, optionalTime, typedNumber } from '../form-fields.ts';

const optionalNumber = (min: number, max: number) =>
  z.union([z.literal('').transform(() => null), typedNumber(min, max)]).default(null);
const optionalWords = z.string().trim().max(300, 'too-long').default('');

/** What a form asks about the order, where it is not who comes first. */
export const drawFields = z.object({
  order: z.enum(['first-come', 'draw', 'registration-draw']).default('first-come'),
  joinsDay: optionalDay,
  joinsTime: optionalTime,
  closesDay: optionalDay,
  closesTime: optionalTime,
  turnMinutes: optionalNumber(2, 60),
  mixing: z.enum(['usual', 'own', 'off']).default('usual'),
  valueIt: optionalWords,
  valueEn: optionalWords,
  valueDay: optionalDay,
  valueSource: optionalWords,
  valueKind: z.enum(['numbers', 'digits']).default('numbers'),
  valueCount: optionalNumber(1, 40),
  valueHighest: optionalNumber(1, 999_999),
  valueLength: optionalNumber(1, 512),
  unmixedReason: optionalWords,
});

type DrawForm = z.output<typeof drawFields>;

/** Undefined where nobody is drawn; `wrong` is told what is missing. */
export function orderWishOf(
  form: DrawForm,
  { zone, wrong }: { zone: string; wrong: (field: string, message: string) => void },
): OrderWish | undefined {
  const { order, mixing } = form;
  if (order === 'first-come') return undefined;
  const needed = (field: keyof DrawForm) => {
    if (form[field] === null || form[field] === '') wrong(field, 'required');
  };
  if (form.joinsDay || form.joinsTime) (['joinsDay', 'joinsTime'] as const).forEach(needed);
  if (form.closesDay || form.closesTime) (['closesDay', 'closesTime'] as const).forEach(needed);
  if (mixing === 'off') needed('unmixedReason');
  if (mixing === 'own') {
    (['valueIt', 'valueDay', 'valueSource'] as const).forEach(needed);
    (form.valueKind === 'numbers' ? (['valueCount', 'valueHighest'] as const) : (['valueLength'] as const)).forEach(
      needed,
    );
  }
  return {
    order,
    joinsAt: momentOf(form.joinsDay, form.joinsTime, zone),
    closesAt: momentOf(form.closesDay, form.closesTime, zone),
    turnMinutes: form.turnMinutes,
    value: mixing === 'own' ? valueOf(form) : null,
    unmixedReason: mixing === 'off' ? form.unmixedReason : null,
  };
}

function valueOf(form: DrawForm): OrderWish['value'] {
  const { valueIt, valueEn, valueDay, valueSource, valueKind, valueCount, valueHighest, valueLength } = form;
  return {
    it: valueIt,
    en: valueEn || valueIt,
    day: valueDay?.toString() ?? '',
    source: valueSource,
    form:
      valueKind === 'numbers'
        ? { kind: 'numbers', count: valueCount ?? 1, highest: valueHighest ?? 1 }
        : { kind: 'digits', length: valueLength ?? 1 },
  };
}

function momentOf(day: Temporal.PlainDate | null, time: string | null, zone: string): Temporal.Instant | null {
  if (day === null || time === null) return null;
  if (time === '24:00') return instantOn(day.add({ days: 1 }), '00:00', zone);
  return instantOn(day, time, zone);
}

/** The field that a fault of the order is told at. */
export const orderField = {
  'one-moment': 'moments',
  'joins-in-the-past': 'joinsDay',
  'closes-before-joining': 'closesDay',
  'opens-before-closing': 'moments',
  'value-before-closing': 'closesDay',
  'opens-before-value': 'moments',
  'too-few-outcomes': 'valueCount',
  'no-day-for-value': 'closesDay',
} as const;
