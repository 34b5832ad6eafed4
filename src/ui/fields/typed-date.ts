import { z } from 'zod';

/**
 * The day that someone typed: `31/12/1980`, `31-12-80` is refused (which century?), `31.12.1980`, `31121980`,
 * `1980-12-31`. Undefined when it is no day of the calendar.
 */
export function readTypedDate(typed: string): Temporal.PlainDate | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const written = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return written ? dayOf(written[3], written[2], written[1]) : undefined;
}

/** A day as people write it: `31/12/1980`. */
export function typedDate(date: Temporal.PlainDate): string {
  return `${String(date.day).padStart(2, '0')}/${String(date.month).padStart(2, '0')}/${date.year}`;
}

/** For a form's schema: what `DateField` and `DayField` send, as a day. Reasons: `required`, `date`. */
export const typedDateSchema = z
  .string('required')
  .trim()
  .min(1, 'required')
  .transform((typed, context) => {
    const date = readTypedDate(typed);
    if (date) return date;
    context.addIssue({ code: 'custom', message: 'date' });
    return z.NEVER;
  });

function dayOf(year?: string, month?: string, day?: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}
