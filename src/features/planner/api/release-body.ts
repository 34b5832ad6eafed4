import { z } from 'zod';
import type { OrderFault, OrderWish } from '../releases/release-order.ts';
import { day, time } from './planner-body.ts';

const instant = z.iso
  .datetime({ offset: true, message: 'instant' })
  .refine((text) => text >= '2000' && text < '2100', 'instant')
  .transform((text) => Temporal.Instant.from(text))
  .describe('RFC 3339 with an offset');
const seats = z.int().min(1, 'out-of-range').max(100_000, 'out-of-range');
const wallTime = time.refine((text) => text !== '24:00', 'time');

const valueForm = z.union([
  z
    .object({ kind: z.literal('numbers'), count: z.int().min(1).max(40), highest: z.int().min(1).max(1_000_000) })
    .describe('so many different numbers from 1 to the highest, in whatever order they were drawn'),
  z.object({ kind: z.enum(['digits', 'hex']), length: z.int().min(1).max(512) }).describe('exactly so many digits'),
]);
const said = z.string().trim().min(1, 'required').max(300, 'too-long');

const draw = {
  order: z
    .enum(['first-come', 'draw', 'registration-draw'])
    .default('first-come')
    .describe('how people are put in order; of a draw, the commitment is published at once'),
  joinsAt: instant.optional().describe('people may join a draw from then on; without it, in a minute'),
  closesAt: instant
    .optional()
    .describe('whoever joins later queues behind; without it, at noon of the day before that of the value'),
  turnMinutes: z.int().min(2, 'out-of-range').max(60, 'out-of-range').optional().describe('how long a turn lasts'),
  mixing: z
    .union([
      z.object({
        it: said,
        en: said.optional(),
        day: day.describe('on Rome’s clock; it begins after the closing'),
        source: said.describe('where everybody can read it'),
        form: valueForm,
      }),
      z.object({ off: z.literal(true), reason: said.describe('published') }),
    ])
    .optional()
    .describe('the public value mixed in, which nobody can know at closing; without it, a lottery of a suitable day'),
};

export const releaseBody = z
  .object({
    ...draw,
    planner: z
      .int()
      .min(1, 'out-of-range')
      .max(2_147_483_647, 'out-of-range')
      .optional()
      .describe('without it, every published planner that serves `service`'),
    service: z.string().max(100).optional(),
    firstDay: day.describe('of the appointments'),
    lastDay: day,
    seats: seats.nullable().default(null).describe('of each release; whole times open, so a few more may; null: all'),
    opensAt: z
      .union([instant, z.array(instant).min(1, 'required').max(50, 'too-long')])
      .optional()
      .describe('one instant, or a schedule of several; without it, now'),
    drip: z
      .object({
        seats: seats.describe('at a time'),
        everyMinutes: z.int().min(1, 'out-of-range').max(720, 'out-of-range'),
        from: wallTime.default('00:00'),
        until: wallTime.default('23:59'),
        clock: z.enum(['office', 'rome']).default('office'),
      })
      .optional()
      .describe('a few seats at a time, from opensAt on'),
  })
  .superRefine((body, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (body.planner === undefined && body.service === undefined) wrong('planner', 'required');
    if (body.lastDay < body.firstDay) wrong('lastDay', 'date-order');
    if (body.drip && Array.isArray(body.opensAt)) wrong('opensAt', 'instant');
    if (body.order !== 'first-come' && (body.drip || [body.opensAt ?? []].flat().length !== 1))
      wrong('opensAt', 'one-moment');
    if (body.drip && body.drip.until <= body.drip.from)
      context.addIssue({ code: 'custom', path: ['drip', 'until'], message: 'before-start' });
  });

export type ReleaseBody = z.output<typeof releaseBody>;

/** How people are put in order, where it is not who comes first. */
export function orderWishOf({ order, joinsAt, closesAt, turnMinutes, mixing }: ReleaseBody): OrderWish | undefined {
  if (order === 'first-come') return undefined;
  const isOff = mixing !== undefined && 'off' in mixing;
  return {
    order,
    joinsAt: joinsAt ?? null,
    closesAt: closesAt ?? null,
    turnMinutes: turnMinutes ?? null,
    value: mixing === undefined || isOff ? null : { ...mixing, en: mixing.en ?? mixing.it },
    unmixedReason: isOff ? mixing.reason : null,
  };
}

const orderFields = {
  'one-moment': 'opensAt',
  'joins-in-the-past': 'joinsAt',
  'closes-before-joining': 'closesAt',
  'opens-before-closing': 'opensAt',
  'value-before-closing': 'mixing.day',
  'opens-before-value': 'opensAt',
  'too-few-outcomes': 'mixing.form',
  'no-day-for-value': 'mixing.day',
} as const satisfies Record<OrderFault, string>;

/** The field that a fault of the order is told at. */
export const orderFieldOf = (fault: OrderFault): string => orderFields[fault];

export const plannedAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      planner: z.int(),
      opensAt: z.string().describe('RFC 3339 with the offset of the office'),
      seats: z.int(),
      order: z.enum(['first-come', 'draw', 'registration-draw']),
      commitment: z.string().nullable().describe('of a draw, as published'),
      joinsAt: z.string().nullable(),
      closesAt: z.string().nullable(),
    }),
  ),
});
