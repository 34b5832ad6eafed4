import { type FormValues, formList, formValue } from '#platform/http/form.ts';
import type { CalendarChange, NewClosure, NewExtraOpening } from '../../calendar/calendar-change.rules.ts';
import type { CalendarEntry } from '../../calendar/closure.query.ts';
import type { HolidaySuggestion } from '../../calendar/holiday-suggestions.query.ts';
import { closureSchema } from './closure.form.ts';
import { extraOpeningSchema } from './extra-opening.form.ts';

/** A change of the calendar as an address or a form asks for it, with what the page says about it. */
export type AskedChange =
  | { readonly kind: 'close'; readonly change: CalendarChange; readonly closure: NewClosure }
  | { readonly kind: 'open'; readonly change: CalendarChange; readonly opening: NewExtraOpening }
  | { readonly kind: 'holidays'; readonly change: CalendarChange; readonly holidays: readonly HolidaySuggestion[] }
  | { readonly kind: 'remove'; readonly change: CalendarChange; readonly entry: CalendarEntry };

/** The fields of each kind that a preview and its confirmation carry. */
export const askedFields = {
  close: ['firstDay', 'lastDay', 'starts', 'ends', 'reasonIt', 'reasonEn', 'planner', 'yearly'],
  open: ['planner', 'firstDay', 'lastDay', 'starts', 'ends', 'minutes', 'desks', 'reasonIt', 'reasonEn'],
  holidays: ['day'],
  remove: ['entry'],
} as const;

export type AskedKind = keyof typeof askedFields;

/** Undefined when it makes no sense, as in an address typed by hand. */
export async function readAskedChange(
  values: FormValues,
  at: {
    readonly today: Temporal.PlainDate;
    suggestions(): Promise<HolidaySuggestion[]>;
    entry(id: number): Promise<CalendarEntry | undefined>;
  },
): Promise<AskedChange | undefined> {
  switch (formValue(values, 'kind')) {
    case 'close': {
      const { data: closure } = closureSchema(at.today).safeParse(values);
      return closure && { kind: 'close', change: { kind: 'close', closures: [closure] }, closure };
    }
    case 'open': {
      const { data: opening } = extraOpeningSchema(at.today).safeParse(values);
      return opening && { kind: 'open', change: { kind: 'open', opening }, opening };
    }
    case 'holidays': {
      const days = formList(values, 'day');
      const holidays = (await at.suggestions()).filter(({ day }) => days.includes(day.toString()));
      if (holidays.length === 0) return undefined;
      return { kind: 'holidays', change: { kind: 'close', closures: holidays.map(closureOn) }, holidays };
    }
    case 'remove': {
      const id = formValue(values, 'entry');
      const entry = /^[1-9]\d{0,8}$/.test(id) ? await at.entry(Number(id)) : undefined;
      return entry && { kind: 'remove', change: { kind: 'remove', entryId: entry.id }, entry };
    }
    default:
      return undefined;
  }
}

/** The fields of an asked change, to be written into an address or a form. */
export function askedValues(kind: AskedKind, values: FormValues): [string, string][] {
  const fields = askedFields[kind].flatMap((name) =>
    formList(values, name)
      .filter((value) => value !== '')
      .map((value): [string, string] => [name, value]),
  );
  return [['kind', kind], ...fields];
}

function closureOn({ day, name }: HolidaySuggestion): NewClosure {
  const date = day.toString();
  return { firstDay: date, lastDay: date, starts: null, ends: null, reason: name, plannerId: null, yearly: false };
}
