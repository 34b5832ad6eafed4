import type { PersonMask, Pixels, Seen } from '#features/photo/face/seen.ts';

type Colour = readonly [number, number, number];

/** What a drawn face may have that a good portrait has not. */
export interface Drawn {
  readonly skin?: Colour;
  readonly wall?: Colour;
  /** of the wall, by the place in it from 0 to 1; instead of one colour */
  readonly wallAt?: (across: number, down: number) => Colour;
  readonly irises?: Colour;
  readonly lower?: Colour;
  readonly forehead?: Colour;
  /** a factor for the light, by the place in the picture from 0 to 1 */
  readonly light?: (across: number, down: number) => number;
  /** how open the eyes are and the mouth, in pixels of a face whose pupils lie 100 apart */
  readonly lids?: number;
  readonly lips?: number;
  /** sideways, of the irises, in the same pixels */
  readonly look?: number;
  readonly scale?: number;
}

const size = { width: 400, height: 514 };
const eyes = [
  { x: 150, contour: [33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173], iris: 468 },
  { x: 250, contour: [362, 382, 381, 380, 374, 373, 390, 249, 263, 398, 384, 385, 386, 387, 388, 466], iris: 473 },
] as const;
const [eyeLine, mouth, chin] = [225, 330, 390];

/** A portrait drawn by hand with the points that belong to it: invented, so that no person is in it. */
export function drawnFace(drawn: Drawn = {}): { pixels: Pixels; seen: Seen } {
  const { scale = 1 } = drawn;
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const rgb = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [x, y] = [(column + 0.5) / scale, (row + 0.5) / scale];
      const light = drawn.light?.(x / size.width, y / size.height) ?? 1;
      const colour = colourAt(drawn, x, y).map((value) => Math.min(255, Math.round(value * light)));
      rgb.set(colour, (row * width + column) * 3);
    }
  }
  const box = { left: 110 * scale, top: 160 * scale, width: 180 * scale, height: 230 * scale, score: 0.9 };
  return {
    pixels: { width, height, rgb },
    seen: { faces: [box], mesh: { points: pointsOf(drawn).map((value) => value * scale) }, person: personMask() },
  };
}

function colourAt(drawn: Drawn, x: number, y: number): Colour {
  const { skin = [205, 160, 135], wall = [225, 228, 230], irises = [70, 50, 40], lids = 16 } = drawn;
  if (!isPerson(x, y)) return drawn.wallAt?.(x / size.width, y / size.height) ?? wall;
  if (y > 430) return [60, 70, 90];
  for (const eye of eyes) {
    const [right, down] = [x - eye.x, y - eyeLine];
    if ((right / 24) ** 2 + (down / (lids / 2 + 1)) ** 2 > 1) continue;
    const off = Math.hypot(right - (drawn.look ?? 0), down);
    return off < 4 ? (drawn.irises ?? [15, 12, 12]) : off < 11 ? irises : [238, 234, 230];
  }
  if (Math.abs(x - 200) < 38 && Math.abs(y - mouth) < 12 && drawn.lower === undefined) return [170, 95, 95];
  // Pores: every other pixel a little darker, or nothing in a drawing would be fine.
  const pore = (Math.floor(x) + Math.floor(y)) % 2 === 0 ? 1 : 0.955;
  const part = y > 285 ? (drawn.lower ?? skin) : y < 190 ? (drawn.forehead ?? skin) : skin;
  return [part[0] * pore, part[1] * pore, part[2] * pore];
}

function isPerson(x: number, y: number): boolean {
  const inHead = ((x - 200) / 105) ** 2 + ((y - 245) / 165) ** 2 < 1;
  return inHead || y > 430 || (y > 380 && Math.abs(x - 200) < 60);
}

function personMask(): PersonMask {
  const grid = 256;
  const share = new Uint8Array(grid * grid);
  for (let at = 0; at < share.length; at += 1) {
    const [x, y] = [(((at % grid) + 0.5) / grid) * size.width, ((Math.floor(at / grid) + 0.5) / grid) * size.height];
    if (isPerson(x, y)) share[at] = 255;
  }
  return { width: grid, height: grid, share };
}

function pointsOf({ lids = 16, lips = 0, look = 0 }: Drawn): Float32Array {
  const points = new Float32Array(478 * 3);
  const put = (index: number, x: number, y: number) => points.set([x, y, 0], index * 3);
  for (const { x, contour, iris } of eyes) {
    contour.forEach((index, at) => {
      const isLower = at < 9;
      const across = isLower ? at / 8 : (at - 8) / 8;
      const down = Math.sin(across * Math.PI) * (lids / 2);
      put(index, x - 24 + across * 48, eyeLine + (isLower ? down : -down));
    });
    const centre = x + look;
    [centre, centre - 11, centre, centre + 11, centre].forEach((at, index) => put(iris + index, at, eyeLine));
    put(iris + 1, centre - 11, eyeLine);
    put(iris + 3, centre + 11, eyeLine);
  }
  for (const [index, x, y] of [
    [152, 200, chin],
    [10, 200, 175],
    [234, 95, 250],
    [454, 305, 250],
    [127, 98, 220],
    [356, 302, 220],
    [61, 162, mouth],
    [291, 238, mouth],
    [0, 200, mouth - 12],
    [17, 200, mouth + 12],
  ] as const) {
    put(index, x, y);
  }
  for (const [upper, lower, x] of [
    [13, 14, 200],
    [82, 87, 190],
    [312, 317, 210],
  ] as const) {
    put(upper, x, mouth - lips / 2);
    put(lower, x, mouth + lips / 2);
  }
  return points;
}
