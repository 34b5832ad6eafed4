/** The weeks of a month (`2027-01`), Monday first; null where a week belongs to the month before or after. */
export function monthWeeks(month: string): (Temporal.PlainDate | null)[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const cells: (Temporal.PlainDate | null)[] = [
    ...Array.from({ length: first.dayOfWeek - 1 }, () => null),
    ...Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index })),
  ];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
