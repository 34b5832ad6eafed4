import { describe, expect, it } from 'vitest';
import type { PersonMask, Pixels } from '../face/seen.ts';
import { backgroundOf } from '../measures/background.ts';
import { lightOf } from '../measures/light.ts';
import { photoRules } from '../rules.ts';
import { darkness, lightChecks } from './picture-checks.ts';
import { part } from './within.ts';

const [width, height] = [827, 1063];
const frame = { x: width / 2, y: height * 0.44, unit: 190, cos: 1, sin: 0, chin: 1.75 };
const wall = [222, 224, 226];

/** Skins from very light to very dark, as a studio's camera gives them. */
const skins = [
  [238, 205, 185],
  [224, 177, 151],
  [198, 146, 116],
  [160, 110, 82],
  [122, 78, 58],
  [92, 58, 44],
  [66, 42, 34],
  [50, 33, 28],
] as const;

describe('the rule of exposure looks at the face and at the wall behind it', () => {
  it.each(skins)('passes everybody in the same good light: %i, %i, %i', (...skin) => {
    expect(exposureOf(skin, 1)).toBe('pass');
  });

  it.each(skins)('fails everybody in the dark: %i, %i, %i', (...skin) => {
    expect(exposureOf(skin, 0.22)).toBe('fail');
  });

  it('because a rule of faces alone would refuse people for their skin', () => {
    const alone = skins.map((skin) => part(seenAt(skin, 1).light.brightness, photoRules.face.darkFace, 'too-dark'));
    expect(alone.map(({ verdict }) => verdict)).toContain('fail');
    const both = skins.map((skin) => {
      const { light, background } = seenAt(skin, 1);
      return darkness(light, background, photoRules.face).verdict;
    });
    expect(both).toEqual(skins.map(() => 'pass'));
  });
});

function exposureOf(skin: readonly number[], brightness: number): string | undefined {
  const { light, background } = seenAt(skin, brightness);
  return lightChecks(light, background, photoRules.face).find(({ id }) => id === 'exposure')?.verdict;
}

function seenAt(skin: readonly number[], brightness: number) {
  const pixels = drawn(skin, brightness);
  const light = lightOf(pixels, frame);
  const background = backgroundOf(pixels, person, frame);
  if (light === undefined || background === undefined) throw new Error('nothing was seen');
  return { light, background };
}

/** A head with some shading before a wall: every channel by the same factor. */
function drawn(skin: readonly number[], brightness: number): Pixels {
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const colour = isPerson(x / width, y / height) ? skin : wall;
    const shade = 0.94 + 0.06 * Math.sin(x / 9) * Math.sin(y / 11);
    for (const channel of [0, 1, 2]) rgb[at * 3 + channel] = (colour[channel] ?? 0) * shade * brightness;
  }
  return { width, height, rgb };
}

function isPerson(across: number, down: number): boolean {
  const isHead = ((across - 0.5) / 0.33) ** 2 + ((down - 0.48) / 0.38) ** 2 < 1;
  return isHead || (down > 0.85 && Math.abs(across - 0.5) < 0.2 + (down - 0.85) * 2);
}

const person: PersonMask = {
  width: 256,
  height: 256,
  share: Uint8Array.from({ length: 256 * 256 }, (_, at) =>
    isPerson(((at % 256) + 0.5) / 256, (Math.floor(at / 256) + 0.5) / 256) ? 255 : 0,
  ),
};
