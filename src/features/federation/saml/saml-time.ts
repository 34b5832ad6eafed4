const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** How much the clock of a provider may differ from ours. */
const skew = Temporal.Duration.from({ seconds: 5 });

/** An instant as SAML writes it, in UTC; undefined for every other spelling. */
export function samlInstant(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined || !written.test(text)) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

/** As we write it: whole seconds, so that a provider that drops the rest is never earlier than us. */
export function writeSamlInstant(instant: Temporal.Instant): string {
  return wholeSeconds(instant).toString({ smallestUnit: 'second' });
}

/** Issued after the request, and not in the future. */
export function isIssuedBetween(
  issued: Temporal.Instant | undefined,
  { request, now }: { request: Temporal.Instant; now: Temporal.Instant },
): boolean {
  if (issued === undefined) return false;
  return !isBefore(issued, wholeSeconds(request).subtract(skew)) && !isBefore(now.add(skew), issued);
}

/** A time from which on something is good has come. */
export function hasBegun(notBefore: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  return notBefore !== undefined && !isBefore(now.add(skew), notBefore);
}

/** A time from which on something is good no longer has not come. */
export function isNotOver(notOnOrAfter: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  return notOnOrAfter !== undefined && isBefore(now.subtract(skew), notOnOrAfter);
}

function wholeSeconds(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'second', roundingMode: 'floor' });
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
