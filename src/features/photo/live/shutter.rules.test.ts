import { expect, test } from 'vitest';
import { afterMoment, armShutter, disarmShutter, idleShutter, type Shutter } from './shutter.rules.ts';

/** A look every 300 milliseconds: `+` a good moment, `-` another. Answers what came of each. */
function walk(from: Shutter, looks: string): string[] {
  let shutter = from;
  return [...looks].map((look, index) => {
    const after = afterMoment(shutter, { isGood: look === '+', began: index * 300, at: index * 300 });
    shutter = after.shutter;
    return after.next;
  });
}

const armed = armShutter(idleShutter, 0);

test('a shutter that nobody told to wait takes nothing', () => {
  expect(walk(idleShutter, '+++++++')).not.toContain('take');
  expect(walk(disarmShutter(armed), '+++++++')).not.toContain('take');
});

test('it takes the picture once the moment has been good for half a second', () => {
  expect(walk(armed, '--+++')).toEqual(['wait', 'wait', 'wait', 'wait', 'take']);
});

test('a blink begins the half second anew', () => {
  expect(walk(armed, '++-++-++')).not.toContain('take');
});

test('who poses well already need not begin anew', () => {
  const good = afterMoment(idleShutter, { isGood: true, began: 0, at: 0 }).shutter;
  expect(afterMoment(armShutter(good, 700), { isGood: true, began: 750, at: 800 }).next).toBe('take');
});

test('a look that had begun before takes nothing, and the shutter goes on waiting', () => {
  const good = afterMoment(idleShutter, { isGood: true, began: 0, at: 0 }).shutter;
  const after = afterMoment(armShutter(good, 700), { isGood: true, began: 600, at: 800 });
  expect(after.next).toBe('wait');
  expect(afterMoment(after.shutter, { isGood: true, began: 900, at: 950 }).next).toBe('take');
});

test('after twenty seconds in vain it says once that there is another shutter', () => {
  const after = walk(armed, '-'.repeat(100));
  expect(after.indexOf('tell')).toBe(67);
  expect(after.filter((next) => next === 'tell')).toHaveLength(1);
});
