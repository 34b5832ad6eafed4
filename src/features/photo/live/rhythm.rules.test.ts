import { expect, test } from 'vitest';
import { afterLook, rested } from './rhythm.rules.ts';

function lookedAt(took: readonly number[]) {
  let rhythm = rested;
  let isTooSlow = false;
  for (const one of took) ({ rhythm, isTooSlow } = afterLook(rhythm, one));
  return isTooSlow;
}

test('a machine rests for as long as it looked, but neither never nor for long', () => {
  expect(afterLook(rested, 400).pause).toBe(400);
  expect(afterLook(rested, 20).pause).toBe(120);
  expect(afterLook(rested, 1400).pause).toBe(900);
});

test('three slow looks in a row are enough to stop looking, one now and then is not', () => {
  expect(lookedAt([300, 300, 1600, 1700, 1800])).toBe(true);
  expect(lookedAt([300, 300, 1600, 1700, 300, 1800, 1900])).toBe(false);
});

test('the first looks may be slow: they warm up', () => {
  expect(lookedAt([6000, 3000, 1600, 1600])).toBe(false);
});
