import { isWritten, type Language, localeOf } from './language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: zone });
  formats.set(name, made);
  return made;
}

/** After a weekday Italian and English have no comma here; the other languages what their locale has. */
export function asWritten(date: string, language: Language): string {
  return isWritten(language) ? date.replace(',', '') : date;
}

/** `giovedì 14 gennaio 2027` */
export function longDate(date: Temporal.PlainDate, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return asWritten(format(language, 'UTC', options).format(utcNoon(date)), language);
}

/** `gio 14 gen` */
export function shortDate(date: Temporal.PlainDate, language: Language): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return asWritten(format(language, 'UTC', options).format(utcNoon(date)), language);
}

/** `14 gennaio 2027` */
export function dayMonthYear(date: Temporal.PlainDate, language: Language): string {
  return format(language, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(utcNoon(date));
}

const joints = { il: ['il ', 'l’'], al: ['al ', 'all’'], dal: ['dal ', 'dall’'], del: ['del ', 'dell’'] } as const;

/** `al 20 febbraio 2027`, `dall’8 marzo 2027`, `il 1º maggio 2027`; in English the date alone, as a sentence says it. */
export function withArticle(joint: keyof typeof joints, date: Temporal.PlainDate, language: Language): string {
  const words = dayMonthYear(date, language);
  if (language !== 'it') return words;
  const [plain, elided] = joints[joint];
  if (date.day === 1) return `${plain}${words.replace(/^1/, '1º')}`;
  return `${date.day === 8 || date.day === 11 ? elided : plain}${words}`;
}

/** `gennaio 2027` */
export function monthName(month: Temporal.PlainYearMonth, language: Language): string {
  return format(language, 'UTC', { month: 'long', year: 'numeric' }).format(utcNoon(month.toPlainDate({ day: 1 })));
}

/** `09:20`, in a zone */
export function clockTime(instant: Temporal.Instant, zone: string): string {
  const { hour, minute } = instant.toZonedDateTimeISO(zone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The calendar day of an instant in a zone. */
export function dayIn(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** A day written as `YYYY-MM-DD`; undefined when it is written otherwise or not in the calendar. */
export function readIsoDay(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** RFC 3339 with the zone's offset: `2027-01-14T09:20:00-05:00`. */
export function withOffset(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The first instant of a calendar day in a zone (not always 00:00: some zones skip it). */
export function startOfDay(date: Temporal.PlainDate, zone: string): Temporal.Instant {
  return date.toZonedDateTime(zone).toInstant();
}

function utcNoon(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day, 12);
}
