/** The day a camera says a picture was taken: the first of the times in its notes (EXIF), whichever tag it stands under. */
export function takenOn(exif: Buffer | undefined): Temporal.PlainDate | undefined {
  if (exif === undefined) return undefined;
  const times = exif.toString('latin1', 0, 65_536).matchAll(/(\d{4}):(\d\d):(\d\d) \d\d:\d\d:\d\d/g);
  const days = [...times].flatMap(([, year, month, day]) => readDay(`${year}-${month}-${day}`));
  return days.toSorted(Temporal.PlainDate.compare)[0];
}

function readDay(text: string): Temporal.PlainDate[] {
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return day.year < 1990 ? [] : [day];
  } catch {
    return [];
  }
}
