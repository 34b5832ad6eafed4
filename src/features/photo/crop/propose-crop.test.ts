import { describe, expect, it } from 'vitest';
import type { PersonMask, Seen } from '../face/seen.ts';
import { proposeCrop } from './propose-crop.ts';

/** A face whose pupils lie 100 pixels apart about `eyes`, with its chin 140 below: a head of 277, crown 133 above the eyes. */
function faceAt(eyes: { x: number; y: number }, person?: PersonMask): Seen {
  const points = new Float32Array(478 * 3);
  const put = (point: number, x: number, y: number) => points.set([x, y, 0], 3 * point);
  put(468, eyes.x - 50, eyes.y);
  put(473, eyes.x + 50, eyes.y);
  put(152, eyes.x, eyes.y + 140);
  put(234, eyes.x - 100, eyes.y);
  put(454, eyes.x + 100, eyes.y);
  const box = { left: eyes.x - 100, top: eyes.y - 100, width: 200, height: 240, score: 0.9 };
  return { faces: [box], mesh: { points }, person };
}

const head = 1.92 * 144;

describe('the cut proposed for a portrait', () => {
  it('has the head at nearly three quarters of its height, the eyes between 23 and 31 mm from below, the face in its middle', () => {
    const { crop, fault } = proposeCrop(faceAt({ x: 700, y: 600 }), { width: 1500, height: 2000, scale: 3 });
    expect(fault).toBeUndefined();
    expect(crop.width / crop.height).toBeCloseTo(35 / 45, 2);
    expect(head / crop.height).toBeCloseTo(0.72, 2);
    expect(((crop.top + crop.height - 600) / crop.height) * 45).toBeCloseTo(25.2, 0);
    expect((700 - crop.left) / crop.width).toBeCloseTo(0.5, 2);
  });

  it('is taken from nearer where there is little space, never from outside of the picture', () => {
    const { crop, fault } = proposeCrop(faceAt({ x: 150, y: 160 }), { width: 300, height: 350, scale: 4 });
    expect(fault).toBeUndefined();
    expect(head / crop.height).toBeGreaterThan(0.72);
    expect(crop.left).toBeGreaterThanOrEqual(0);
    expect(crop.left + crop.width).toBeLessThanOrEqual(300);
    expect(crop.top + crop.height).toBeLessThanOrEqual(350);
  });

  it.each([
    ['the crown is cut off', { x: 150, y: 90 }, { width: 300, height: 400 }],
    ['the face stands at the edge', { x: 60, y: 200 }, { width: 600, height: 800 }],
    ['the face fills the picture', { x: 105, y: 140 }, { width: 210, height: 285 }],
  ])('says that there is too little space where %s, with the best cut there is', (_, eyes, picture) => {
    const { crop, fault } = proposeCrop(faceAt(eyes), picture);
    expect(fault).toBe('too-little-margin');
    expect(crop.width / crop.height).toBeCloseTo(35 / 45, 1);
    expect([crop.left >= 0, crop.top >= 0]).toEqual([true, true]);
    expect([crop.left + crop.width <= picture.width, crop.top + crop.height <= picture.height]).toEqual([true, true]);
  });

  it('keeps high hair or a turban whole, while the eyes stay where they must be', () => {
    const share = new Uint8Array(100 * 100);
    // A person from row 21 on: 420 of 2000 pixels, 47 above the crown.
    for (let row = 21; row < 100; row += 1) share.fill(255, row * 100 + 40, row * 100 + 60);
    const picture = { width: 1000, height: 2000, scale: 3 };
    const plain = proposeCrop(faceAt({ x: 500, y: 600 }), picture).crop;
    const { crop } = proposeCrop(faceAt({ x: 500, y: 600 }, { width: 100, height: 100, share }), picture);
    expect(plain.top).toBeGreaterThan(419);
    expect(crop.top).toBeLessThan(420);
    expect(((crop.top + crop.height - 600) / crop.height) * 45).toBeGreaterThan(23);
  });

  it('takes in more of the picture where a closer cut would lack pixels', () => {
    const seen = faceAt({ x: 400, y: 400 });
    const { crop } = proposeCrop(seen, { width: 800, height: 1000, scale: 1.75 });
    expect(crop.height * 1.75).toBeGreaterThanOrEqual(709);
  });

  it('is the middle of a picture without a face', () => {
    const { crop, fault } = proposeCrop(
      { faces: [], mesh: undefined, person: undefined },
      { width: 1000, height: 1000 },
    );
    expect([fault, crop.left > 0, crop.height]).toEqual(['no-face', true, 1000]);
  });
});
