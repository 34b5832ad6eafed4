import { describe, expect, test } from 'vitest';
import { monthWeeks } from './month-weeks.ts';

function drawn(month: string): (number | null)[][] {
  return monthWeeks(month).map((week) => week.map((date) => date?.day ?? null));
}

describe('the weeks of a month', () => {
  test('begin on Monday and are whole', () => {
    expect(drawn('2027-01')[0]).toEqual([null, null, null, null, 1, 2, 3]);
    expect(drawn('2027-01').at(-1)).toEqual([25, 26, 27, 28, 29, 30, 31]);
  });

  test('are four when February begins on a Monday', () => {
    expect(drawn('2027-02')).toHaveLength(4);
  });

  test('are six when a long month begins on a Sunday', () => {
    expect(drawn('2027-08')).toHaveLength(6);
  });

  test('know leap years', () => {
    expect(drawn('2028-02').flat().filter(Boolean)).toHaveLength(29);
  });
});
