import { z } from 'zod';

/** `[longitude, latitude]` in degrees. */
export type Point = readonly [number, number];
export type Ring = readonly Point[];

/** One shape of a map: its rings, the first of each part being its outline. */
export interface Shape {
  readonly rings: readonly Ring[];
  readonly properties: Readonly<Record<string, unknown>>;
}

const arcIndexes = z.array(z.int());
const geometry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('Polygon'),
    arcs: z.array(arcIndexes),
    properties: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal('MultiPolygon'),
    arcs: z.array(z.array(arcIndexes)),
    properties: z.record(z.string(), z.unknown()),
  }),
]);

const topology = z.object({
  type: z.literal('Topology'),
  arcs: z.array(z.array(z.tuple([z.number(), z.number()]))),
  transform: z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }),
  objects: z.record(z.string(), z.object({ type: z.literal('GeometryCollection'), geometries: z.array(geometry) })),
});

/**
 * The shapes of a quantised TopoJSON: borders that two shapes share are stored once, as arcs of steps from point to point; a
 * negative index is an arc walked backwards (TopoJSON 1.0, 2.1.4).
 */
export function readTopology(content: unknown): Shape[] {
  const { arcs, transform, objects } = topology.parse(content);
  const { scale, translate } = transform;
  const lines = arcs.map((steps) => {
    let [x, y] = [0, 0];
    return steps.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const line = (index: number): Ring => (index < 0 ? (lines[~index] ?? []).toReversed() : (lines[index] ?? []));
  // Each arc begins where the one before ended.
  const ring = (indexes: readonly number[]): Ring =>
    indexes.flatMap((index, place) => (place === 0 ? line(index) : line(index).slice(1)));
  return Object.values(objects).flatMap(({ geometries }) =>
    geometries.map((one) => ({
      rings: (one.type === 'Polygon' ? one.arcs : one.arcs.flat()).map(ring),
      properties: one.properties,
    })),
  );
}
