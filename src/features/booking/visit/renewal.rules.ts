/** The first day on which a card may be renewed; on the office's calendar. */
export function firstDayToRenew(expires: Temporal.PlainDate, renewalDays: number): Temporal.PlainDate {
  return expires.subtract({ days: renewalDays });
}

/** The day from which the card of somebody who comes because it expires may be renewed, where the appointment is before. */
export function tooEarlyToRenew(
  { cardExpires, reason }: { cardExpires: Temporal.PlainDate | undefined; reason: string | null | undefined },
  renewalDays: number | null | undefined,
  day: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (cardExpires === undefined || renewalDays === null || renewalDays === undefined) return undefined;
  // A card that is lost or damaged is replaced at any time.
  if (reason !== 'expiry' && reason !== null && reason !== undefined) return undefined;
  const first = firstDayToRenew(cardExpires, renewalDays);
  return Temporal.PlainDate.compare(day, first) < 0 ? first : undefined;
}
