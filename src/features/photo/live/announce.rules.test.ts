import { expect, test } from 'vitest';
import { type Announcer, announce, silent } from './announce.rules.ts';

/** Looks every 300 milliseconds; answers what was said, and when. */
function saidOf(hints: readonly string[]): [number, string][] {
  let state: Announcer<string> = silent;
  return hints.flatMap((hint, look): [number, string][] => {
    const next = announce(state, hint, look * 300);
    state = next.state;
    return next.say === undefined ? [] : [[look * 300, next.say]];
  });
}

const times = (count: number, hint: string) => Array.from({ length: count }, () => hint);

test('the same thing to do is said once', () => {
  expect(saidOf(times(40, 'closer'))).toEqual([[300, 'closer']]);
});

test('what one look alone saw is not said', () => {
  expect(saidOf([...times(12, 'closer'), 'left', ...times(12, 'closer')])).toEqual([[300, 'closer']]);
});

test('another thing to do waits until the sentence before is over, and is dropped if it is over by then', () => {
  expect(saidOf([...times(3, 'closer'), ...times(12, 'left')])).toEqual([
    [300, 'closer'],
    [3000, 'left'],
  ]);
  expect(saidOf([...times(3, 'closer'), ...times(4, 'left'), ...times(10, 'closer')])).toEqual([[300, 'closer']]);
});

test('what changes all the time is never said faster than every two and a half seconds', () => {
  const said = saidOf(Array.from({ length: 100 }, (_, look) => ['a', 'a', 'b', 'b'][look % 4] ?? ''));
  const pauses = said.slice(1).map(([at], index) => at - (said[index]?.[0] ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_500);
});
