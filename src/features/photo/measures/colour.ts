/** A colour as people see it (CIE L*a*b*, D65): lightness from 0 to 100, a from green to red, b from blue to yellow. */
export interface Lab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

const white = { x: 0.95047, z: 1.08883 };

/** How much light a value of a screen (sRGB) stands for, from 0 to 1. */
const light = Float32Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** How bright a colour of a screen is, from 0 to 1, in proportion to its light. */
export function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * (light[red] ?? 0) + 0.7152 * (light[green] ?? 0) + 0.0722 * (light[blue] ?? 0);
}

export function lab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [light[red] ?? 0, light[green] ?? 0, light[blue] ?? 0];
  const x = eased((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white.x);
  const y = eased(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = eased((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / white.z);
  return { lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** How far two colours are from each other without their lightness. */
export function hueDistance(one: Lab, other: Lab): number {
  return Math.hypot(one.a - other.a, one.b - other.b);
}

function eased(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27) * (value / 116) + 16 / 116;
}
