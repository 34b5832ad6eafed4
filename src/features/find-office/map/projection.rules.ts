/** A place on the earth, in degrees. */
export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** A point of the drawing, from its top left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** kept free of places on each side, so that marks fit */
  readonly margin: number;
}

/** How places of a stretch of land come onto a drawing. */
export interface Projection {
  readonly frame: Frame;
  /** units of the drawing for a kilometre */
  readonly perKm: number;
  /** what the drawing shows, in degrees */
  readonly box: { readonly west: number; readonly east: number; readonly south: number; readonly north: number };
  spot(place: Place): Spot;
}

const kmPerDegree = 111.2;
const leastKm = 8;

/**
 * North up, all places inside the frame, distances alike in both directions: equirectangular about the middle, which is out
 * by less than one in a hundred over a province.
 */
export function projectionFor(places: readonly Place[], frame: Frame): Projection {
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const middle = { lat: (Math.min(...lats) + Math.max(...lats)) / 2, lon: (Math.min(...lons) + Math.max(...lons)) / 2 };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const wideKm = Math.max(leastKm, (Math.max(...lons) - Math.min(...lons)) * kmPerDegree * shrink);
  const highKm = Math.max(leastKm, (Math.max(...lats) - Math.min(...lats)) * kmPerDegree);
  const { width, height, margin } = frame;
  const perKm = Math.min((width - 2 * margin) / wideKm, (height - 2 * margin) / highKm);
  const lonSide = width / 2 / perKm / kmPerDegree / shrink;
  const latSide = height / 2 / perKm / kmPerDegree;
  return {
    frame,
    perKm,
    box: {
      west: middle.lon - lonSide,
      east: middle.lon + lonSide,
      south: middle.lat - latSide,
      north: middle.lat + latSide,
    },
    spot: ({ lat, lon }) => ({
      x: width / 2 + (lon - middle.lon) * shrink * kmPerDegree * perKm,
      y: height / 2 - (lat - middle.lat) * kmPerDegree * perKm,
    }),
  };
}

/** A round length for the scale, about a quarter of the drawing, in kilometres. */
export function scaleKm({ frame, perKm }: Pick<Projection, 'frame' | 'perKm'>): number {
  const wanted = frame.width / 4 / perKm;
  return [50, 20, 10, 5, 2].find((km) => km <= wanted) ?? 1;
}
