/** How soon a first date is: what a mark of the map tells by its shape. */
export const markKinds = ['soon', 'later', 'far', 'none'] as const;
export type MarkKind = (typeof markKinds)[number];

export function markKind(date: Temporal.PlainDate | null, today: Temporal.PlainDate): MarkKind {
  if (date === null) return 'none';
  const { days } = today.until(date);
  return days <= 7 ? 'soon' : days <= 30 ? 'later' : 'far';
}
