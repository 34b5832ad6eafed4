import type { Projection, Spot } from './projection.rules.ts';
import { type Border, provinceBorders } from './province-shapes.ts';

/** How far beyond the drawing borders are kept, in its units: the edges that cutting makes stay out of sight. */
const beyond = 12;

/** What is seen of the provinces' borders, as data for SVG paths: one for each piece of land. */
export function bordersIn(projection: Projection, borders: readonly Border[] = provinceBorders()): string[] {
  const { box, frame } = projection;
  const seen = borders.filter(
    ({ west, east, south, north }) => west < box.east && east > box.west && south < box.north && north > box.south,
  );
  return seen.flatMap(({ ring }) => {
    const spots = cut(
      ring.map(([lon, lat]) => projection.spot({ lat, lon })),
      frame,
    );
    return spots.length < 3 ? [] : [`M${thinned(spots).map(written).join('L')}Z`];
  });
}

/** The part of a ring inside the frame and a little beyond, one side after the other (Sutherland and Hodgman, 1974). */
function cut(ring: readonly Spot[], { width, height }: { width: number; height: number }): readonly Spot[] {
  const sides: readonly { inside: (spot: Spot) => boolean; at: (a: Spot, b: Spot) => Spot }[] = [
    { inside: ({ x }) => x >= -beyond, at: (a, b) => acrossX(a, b, -beyond) },
    { inside: ({ x }) => x <= width + beyond, at: (a, b) => acrossX(a, b, width + beyond) },
    { inside: ({ y }) => y >= -beyond, at: (a, b) => acrossY(a, b, -beyond) },
    { inside: ({ y }) => y <= height + beyond, at: (a, b) => acrossY(a, b, height + beyond) },
  ];
  return sides.reduce<readonly Spot[]>((spots, { inside, at }) => {
    return spots.flatMap((spot, index) => {
      const before = spots.at(index - 1) ?? spot;
      const crossing = inside(spot) === inside(before) ? [] : [at(before, spot)];
      return inside(spot) ? [...crossing, spot] : crossing;
    });
  }, ring);
}

function acrossX(a: Spot, b: Spot, x: number): Spot {
  return { x, y: a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) };
}

function acrossY(a: Spot, b: Spot, y: number): Spot {
  return { x: a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y), y };
}

/** Without points that nobody could tell from the one before. */
function thinned(spots: readonly Spot[]): readonly Spot[] {
  let last: Spot | undefined;
  return spots.filter((spot) => {
    const isNew = last === undefined || Math.hypot(spot.x - last.x, spot.y - last.y) >= 0.7;
    if (isNew) last = spot;
    return isNew;
  });
}

function written({ x, y }: Spot): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
