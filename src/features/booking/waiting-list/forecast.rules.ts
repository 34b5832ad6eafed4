/** A forecast looks back over so many weeks. */
export const forecastWeeks = 8;
/** With fewer people served from the list in that time there is nothing to build on. */
const leastServed = 3;
const farthestWeeks = 104;

/**
 * In about how many weeks somebody at this place gets an offer, if as many people leave the list with an appointment as
 * in the last weeks; undefined when too few did to tell.
 */
export function forecast(place: number, servedLately: number): number | undefined {
  if (servedLately < leastServed) return undefined;
  const weeks = Math.ceil((place * forecastWeeks) / servedLately);
  return weeks > farthestWeeks ? undefined : Math.max(1, weeks);
}
