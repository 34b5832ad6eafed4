import { expect, test } from 'vitest';
import { blinkOf } from './blink.rules.ts';

test('a blink is told by what the same eyes were open before, narrow or wide', () => {
  for (const usual of [0.45, 0.8]) {
    const { widest } = blinkOf(usual);
    expect(blinkOf(usual * 0.95, widest).isBlink).toBe(false);
    expect(blinkOf(usual * 0.5, widest).isBlink).toBe(true);
  }
});

test('eyes that were once wide with surprise may come to rest', () => {
  let state = blinkOf(1);
  for (let look = 0; look < 20; look += 1) state = blinkOf(0.7, state.widest);
  expect(state.isBlink).toBe(false);
});
