import { z } from 'zod';
import { priorityGrounds } from '../editing/settings.rules.ts';
import { releaseRuleBody } from '../releases/rule-body.ts';
import { quotaAnswer, quotasBody } from '../quotas/quota-body.ts';
import { mostDesks } from '../rules.ts';
import { ruleFaults } from '../editing/rule-faults.rules.ts';

export const day = z.iso.date('date').refine((text) => text >= '2000' && text < '2100', 'date');
export const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'time');

export const ruleBody = z
  .object({
    validFrom: day,
    validTo: day.nullable().default(null),
    weekdays: z
      .array(z.int().min(1, 'out-of-range').max(7, 'out-of-range'))
      .min(1, 'required-choice')
      .max(7, 'too-long')
      .describe('1 Monday … 7 Sunday'),
    starts: time,
    ends: time,
    breaks: z
      .array(z.object({ starts: time, ends: time }))
      .max(20, 'too-long')
      .default([]),
    minutes: z.int().min(1, 'out-of-range').max(480, 'out-of-range').describe('length of a slot'),
    desks: z.int().min(1, 'out-of-range').max(mostDesks, 'out-of-range'),
  })
  .superRefine((rule, context) => {
    for (const { field, reason } of ruleFaults(rule)) {
      const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      context.addIssue({ code: 'custom', path, message: reason });
    }
  });

const returnedMinutes = z.int().min(0, 'out-of-range').max(10_080, 'out-of-range');

export const returnedSeats = z
  .object({
    seats: z.enum(['at-once', 'random']),
    minMinutes: returnedMinutes.default(30),
    maxMinutes: returnedMinutes.min(1, 'out-of-range').default(720),
  })
  .refine(({ minMinutes, maxMinutes }) => minMinutes <= maxMinutes, { path: ['maxMinutes'], message: 'out-of-range' });

export const plannerBody = z.object({
  name: z.string().trim().min(1, 'required').max(80, 'too-long'),
  services: z.array(z.string().max(100)).min(1, 'required-choice').max(50, 'too-long').describe('codes'),
  horizonDays: z.int().min(1, 'out-of-range').max(400, 'out-of-range'),
  noticeMinutes: z.int().min(0, 'out-of-range').max(120_000, 'out-of-range').default(0),
  releaseTime: time
    .refine((text) => text !== '24:00', 'time')
    .default('00:00')
    .describe('on the office’s clock'),
  releaseRule: releaseRuleBody
    .nullable()
    .optional()
    .describe('when days open; null: one more every day, at releaseTime; absent: as it is'),
  returnedSeats: returnedSeats.optional().describe('what happens to a seat that comes back; absent: as it is'),
  audience: z
    .object({
      kind: z.enum(['everybody', 'priority', 'desk']),
      grounds: z.array(z.enum(priorityGrounds)).max(4, 'too-long').default([]),
      minAge: z
        .int()
        .min(1, 'out-of-range')
        .max(120, 'out-of-range')
        .default(65)
        .describe('years, where age is a ground'),
      untilMinutes: z
        .int()
        .min(1, 'out-of-range')
        .max(525_600, 'out-of-range')
        .nullable()
        .default(null)
        .describe('so long before they begin, seats that are left are everybody’s; null: never'),
      withoutProof: z.enum(['serve', 'send-back']).default('serve'),
    })
    .refine(({ kind, grounds }) => kind !== 'priority' || grounds.length > 0, {
      path: ['grounds'],
      message: 'required-choice',
    })
    .optional()
    .describe('for whom the seats are: everybody, people with priority, or bookings of the office; absent: as it is'),
  quotas: quotasBody.optional().describe('absent: as they are'),
  holdMinutes: z
    .int()
    .min(5, 'out-of-range')
    .max(20, 'out-of-range')
    .nullable()
    .optional()
    .describe('how long a seat is kept while a form is filled in; null: ten minutes; absent: as it is'),
  rules: z.array(ruleBody).max(100, 'too-long').default([]),
  published: z
    .boolean()
    .optional()
    .describe('true publishes these rules, false takes the planner off; absent: as it is'),
  offer: z.boolean().default(true).describe('each appointment that loses its seat is offered another, held for it'),
});

export type PlannerBody = z.output<typeof plannerBody>;

export const plannerAnswer = z.object({
  id: z.int(),
  name: z.string(),
  services: z.array(z.string()),
  horizonDays: z.int(),
  noticeMinutes: z.int(),
  releaseTime: z.string(),
  releaseRule: z.unknown().describe('as it was sent; null: one more day every day, at releaseTime'),
  audience: z.object({
    kind: z.enum(['everybody', 'priority', 'desk']),
    grounds: z.array(z.string()),
    minAge: z.int(),
    untilMinutes: z.int().nullable(),
    withoutProof: z.string(),
  }),
  quotas: z.array(quotaAnswer),
  holdMinutes: z.int().nullable(),
  returnedSeats: z.object({ seats: z.enum(['at-once', 'random']), minMinutes: z.int(), maxMinutes: z.int() }),
  published: z.boolean(),
  edited: z.boolean().describe('the rules are not the ones that were published last'),
  offered: z
    .int()
    .optional()
    .describe('appointments that are offered another seat, when it was just published or taken off'),
  rules: z.array(
    z.object({
      validFrom: z.string(),
      validTo: z.string().nullable(),
      weekdays: z.array(z.int()),
      starts: z.string(),
      ends: z.string(),
      breaks: z.array(z.object({ starts: z.string(), ends: z.string() })),
      minutes: z.int(),
      desks: z.int(),
    }),
  ),
});

export const hit = z.object({ code: z.string(), startsAt: z.string() });

export const previewAnswer = z.object({
  made: z.int().describe('slots'),
  changed: z.int(),
  withdrawn: z.int(),
  keptTaken: z.int().describe('withdrawn slots that stay for those who booked them'),
  bookings: z.array(hit).describe('appointments that would be outside all opening hours'),
});
