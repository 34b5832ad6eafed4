import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import { mostQuotaSeats } from '../../quotas/quota-body.ts';
import { mostQuotas, type Quota, quotaGroups } from '../../quotas/quota.rules.ts';
import { typedNumber } from '../form-fields.ts';

/** Rows beyond those that are filled in. */
const emptyRows = 2;

const row = {
  who: z.enum(quotaGroups, 'required-choice'),
  kind: z.enum(['at-most', 'reserved'], 'required-choice'),
  seats: typedNumber(0, mostQuotaSeats),
  per: z.enum(['slot', 'day'], 'required-choice'),
  untilHours: z.union([z.literal('').transform(() => null), typedNumber(1, 8_760)]).default(null),
};

export interface QuotasForm {
  readonly quotas: readonly Quota[];
  /** null: as usual */
  readonly holdMinutes: number | null;
}

/** Rows without a number are no quotas; everything that is wrong is told at once. */
export const quotasSchema = z.record(z.string(), z.unknown()).transform((sent, context): QuotasForm => {
  let isWell = true;
  const wrong = (field: string, message: string) => {
    isWell = false;
    context.addIssue({ code: 'custom', path: [field], message });
  };
  const read = <Value>(schema: z.ZodType<Value>, field: string): Value | undefined => {
    const parsed = schema.safeParse(sent[field]);
    if (parsed.success) return parsed.data;
    wrong(field, parsed.error.issues[0]?.message ?? 'invalid');
    return undefined;
  };
  const seen = new Set<string>();
  const quotas: Quota[] = [];
  for (let index = 0; index < mostQuotas; index += 1) {
    const name = (part: keyof typeof row) => `quotas.${index}.${part}`;
    if (isEmpty(sent[name('seats')])) continue;
    const [who, kind, seats, per] = [
      read(row.who, name('who')),
      read(row.kind, name('kind')),
      read(row.seats, name('seats')),
      read(row.per, name('per')),
    ];
    const untilHours = read(row.untilHours, name('untilHours'));
    if (who === undefined || kind === undefined || seats === undefined || per === undefined) continue;
    const about = `${who} ${kind} ${per}`;
    if (seen.has(about)) wrong(name('who'), 'repeated');
    seen.add(about);
    quotas.push({ who, kind, seats, per, untilMinutes: untilHours ? untilHours * 60 : null });
  }
  const minutes = isEmpty(sent['holdMinutes']) ? null : (read(typedNumber(5, 20), 'holdMinutes') ?? null);
  return isWell ? { quotas, holdMinutes: minutes } : z.NEVER;
});

const isEmpty = (typed: unknown) => typed === undefined || (typeof typed === 'string' && typed.trim() === '');

/** What the form shows of a planner. */
export function quotasValues({ quotas, holdMinutes }: QuotasForm): FormValues {
  const rows = quotas.flatMap(({ who, kind, seats, per, untilMinutes }, index): [string, string][] => [
    [`quotas.${index}.who`, who],
    [`quotas.${index}.kind`, kind],
    [`quotas.${index}.seats`, String(seats)],
    [`quotas.${index}.per`, per],
    [`quotas.${index}.untilHours`, untilMinutes === null ? '' : String(Math.ceil(untilMinutes / 60))],
  ]);
  return { ...Object.fromEntries(rows), holdMinutes: holdMinutes === null ? '' : String(holdMinutes) };
}

/** How many rows the form shows: those filled in, and some to add. */
export function rowsOf(values: FormValues): number {
  const filled = Array.from({ length: mostQuotas }, (_, index) => index).filter(
    (index) => values[`quotas.${index}.seats`],
  );
  return Math.min(mostQuotas, (filled.at(-1) ?? -1) + 1 + emptyRows);
}
