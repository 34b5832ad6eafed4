import { expect, it } from 'vitest';
import { isWithin } from './characters.ts';

it('counts characters as people see them', () => {
  expect(isWithin('👨‍👩‍👧‍👦'.repeat(500), 500)).toBe(true);
  expect(isWithin('👨‍👩‍👧‍👦'.repeat(501), 500)).toBe(false);
  expect(isWithin('e\u0301'.repeat(500), 500)).toBe(true);
  expect(isWithin('a'.repeat(501), 500)).toBe(false);
});

it('takes no letter under a tower of accents for one character', () => {
  expect(isWithin(`a${'\u0301'.repeat(20_000)}`, 500)).toBe(false);
});
