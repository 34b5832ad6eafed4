/** A day as spreadsheets write it: 31/12/2026, 31-12-2026, 31.12.26, 2026-12-31. Undefined when it is none. */
export function readDay(text: string, latest?: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const italian = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/.exec(text);
  if (italian === null) return undefined;
  const [day, month, year] = [Number(italian[1]), Number(italian[2]), Number(italian[3])];
  if (italian[3]?.length === 4) return dayOf(year, month, day);
  // Two digits mean this century, unless the day cannot be so late: a birth date.
  const found = dayOf(2000 + year, month, day);
  if (found === undefined || latest === undefined || Temporal.PlainDate.compare(found, latest) <= 0) return found;
  return dayOf(1900 + year, month, day);
}

/** An hour as people write it: 9, 9.30, 09:30, 9,30, 0930, 9h30, ore 9:30. As `HH:MM`; undefined when it is none. */
export function readHour(text: string): string | undefined {
  const found = /^(?:(?:ore|h|alle)\.?\s*)?(\d{1,2})(?:\s*[:.,h]\s*(\d{2})|(\d{2}))?(?::\d{2}(?:\.\d+)?)?$/i.exec(
    text.trim(),
  );
  if (found === null) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? found[3] ?? 0)];
  const isHour = (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
  return isHour ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined;
}

/** An instant with its offset (RFC 3339), or a day and an hour on the clock of a zone. */
export function readMoment(text: string, zone: string): Temporal.Instant | undefined {
  if (/^\d{4}-\d{2}-\d{2}[T ].*(Z|[+-]\d{2}:?\d{2})$/i.test(text))
    return attempted(() => Temporal.Instant.from(text.replace(' ', 'T')));
  const [day = '', hour = ''] = text.split(/[T\s]+(?:ore\s+)?/);
  const date = readDay(day);
  const time = hour === '' ? '00:00' : readHour(hour);
  return date === undefined || time === undefined ? undefined : momentAt(date, time, zone);
}

/** When a clock shows an hour on a day; undefined when it skips it. 24:00 is the end of the day. */
export function momentAt(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant | undefined {
  const [date, clock] = time === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, time];
  const local = date.toPlainDateTime(Temporal.PlainTime.from(clock));
  const found = local.toZonedDateTime(zone);
  return found.toPlainDateTime().equals(local) ? found.toInstant() : undefined;
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  return attempted(() => Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }));
}

function attempted<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
