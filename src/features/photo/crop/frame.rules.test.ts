import { describe, expect, it } from 'vitest';
import { frameSteps } from './frame.ts';
import { frameInside, stepFrame } from './frame.rules.ts';

const picture = { width: 1200, height: 1600 };
const frame = frameInside({ left: 200, top: 300, height: 900 }, picture);

describe('a frame that is put right by hand', () => {
  it('has the proportions of a portrait and lies in the picture, whatever was asked', () => {
    for (const asked of [
      { left: -500, top: 9000, height: 1e6 },
      { left: 1190, top: -3, height: 1 },
      { left: 0, top: 0, height: 1600 },
    ]) {
      const { left, top, width, height } = frameInside(asked, picture);
      expect(width / height).toBeCloseTo(35 / 45, 2);
      expect([left >= 0, top >= 0, left + width <= 1200, top + height <= 1600]).toEqual([true, true, true, true]);
      expect(height).toBeGreaterThanOrEqual(709);
    }
  });

  it('goes up, down, left and right by a little, and back', () => {
    expect(stepFrame(frame, 'up', picture)).toMatchObject({ left: 200, top: 282, height: 900 });
    expect(stepFrame(stepFrame(frame, 'left', picture), 'right', picture)).toEqual(frame);
    expect(stepFrame({ ...frame, top: 0 }, 'up', picture).top).toBe(0);
  });

  it('grows and shrinks about its middle, down to the pixels that a portrait needs', () => {
    const larger = stepFrame(frame, 'larger', picture);
    expect([larger.height, larger.left + larger.width / 2]).toEqual([936, frame.left + frame.width / 2]);
    const least = { ...frame, height: 709 };
    expect(stepFrame(least, 'smaller', picture).height).toBe(709);
  });

  it('never leaves a picture that is smaller than a portrait', () => {
    const small = { width: 400, height: 500 };
    for (const step of frameSteps) {
      const { left, top, width, height } = stepFrame({ left: 0, top: 0, height: 500 }, step, small);
      expect([left, top, width <= 400, height <= 500]).toEqual([expect.any(Number), expect.any(Number), true, true]);
    }
  });
});
