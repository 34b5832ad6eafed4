import type { Frame, Spot } from './projection.rules.ts';

/** Half the side of a mark, in units of the drawing: some 24 pixels across on the narrowest screen. */
export const markRadius = 14;

/** Where a mark stands, and where its place is: apart from it where another mark was in the way. */
export interface Mark {
  readonly at: Spot;
  readonly place: Spot;
}

const directions = 12;
const rings = 6;

/** Marks for places in their order, none over another: the first stands on its place, later ones beside theirs. */
export function marksFor(places: readonly Spot[], frame: Frame): Mark[] {
  const set: Mark[] = [];
  for (const place of places) {
    const free = candidates(place).find((spot) => fits(spot, frame) && set.every(({ at }) => isApart(at, spot)));
    set.push({ at: free ?? place, place });
  }
  return set;
}

function candidates(place: Spot): Spot[] {
  const around = Array.from({ length: rings }, (_, ring) =>
    Array.from({ length: directions }, (__, direction) => {
      const angle = (direction * 2 * Math.PI) / directions - Math.PI / 2;
      const distance = (ring + 1) * markRadius * 1.1;
      return { x: place.x + distance * Math.cos(angle), y: place.y + distance * Math.sin(angle) };
    }),
  );
  return [place, ...around.flat()];
}

function fits({ x, y }: Spot, { width, height }: Frame): boolean {
  return x >= markRadius && y >= markRadius && x <= width - markRadius && y <= height - markRadius;
}

function isApart(a: Spot, b: Spot): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) >= 2 * markRadius + 1;
}
