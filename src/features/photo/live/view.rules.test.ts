import { expect, test } from 'vitest';
import { guideOf, isFineEnough, viewOf } from './view.rules.ts';

test('of a wide camera the sides are left out, of a tall one top and bottom', () => {
  expect(viewOf({ width: 1920, height: 1080 })).toEqual({ left: 528, top: 0, width: 864, height: 1080 });
  expect(viewOf({ width: 1080, height: 1920 })).toEqual({ left: 0, top: 285, width: 1080, height: 1350 });
});

test('the guide stands in the middle, with room around for the cut', () => {
  const guide = guideOf({ width: 864, height: 1080 });
  expect(guide.width / guide.height).toBeCloseTo(35 / 45, 2);
  expect(guide.left * 2 + guide.width).toBeCloseTo(864, -1);
  expect(guide.top).toBeGreaterThan(60);
});

test('a camera of few pixels gives them all to the portrait, and one of too few is told apart', () => {
  expect(guideOf({ width: 576, height: 720 }).height).toBe(720);
  expect(isFineEnough(viewOf({ width: 1280, height: 720 }))).toBe(true);
  expect(isFineEnough(viewOf({ width: 640, height: 480 }))).toBe(false);
});
