const zone = 'Europe/London';

/** The day it is at the office in London. */
export function todayInLondon(): Temporal.PlainDate {
  return Temporal.Now.plainDateISO(zone);
}

/** So near midnight that no appointment of today is left to be made. */
export function isAlmostMidnightInLondon(): boolean {
  return Temporal.PlainTime.compare(Temporal.Now.plainTimeISO(zone), '23:20') > 0;
}

/** The coming Saturday on which the office is not closed anyway; at least two days away. */
export async function nextOpenSaturday(address: string, office: string): Promise<Temporal.PlainDate> {
  const response = await fetch(`${address}/api/v1/offices/${office}`);
  // The API's own shape.
  const { closures } = (await response.json()) as { closures: { firstDay: string; lastDay: string }[] };
  const isClosed = (day: Temporal.PlainDate) =>
    closures.some(({ firstDay, lastDay }) => day.toString() >= firstDay && day.toString() <= lastDay);
  let day = todayInLondon().add({ days: 2 });
  while (day.dayOfWeek !== 6 || isClosed(day)) day = day.add({ days: 1 });
  return day;
}

const weekdays = ['Lunedì', 'Martedì', 'Mercoledì', 'Giovedì', 'Venerdì', 'Sabato', 'Domenica'];

export function weekdayName(day: Temporal.PlainDate): string {
  return weekdays[day.dayOfWeek - 1] ?? '';
}
