import { expect, it } from 'vitest';
import { euros, readEuros, typedEuros } from './money.ts';

it('an amount is written as the reader’s language writes it', () => {
  expect(euros(2221, 'it').replaceAll('\u00a0', ' ')).toBe('22,21 €');
  expect(euros(2221, 'en')).toBe('€22.21');
  expect(typedEuros(123400, 'it')).toBe('1234,00');
});

it.each([
  ['5,42', 542],
  ['5.42 €', 542],
  ['€ 10', 1000],
  ['0', 0],
  ['5,4', undefined],
  ['cinque', undefined],
  ['-3', undefined],
  ['', undefined],
])('an amount typed as “%s” is %s cents', (typed, cents) => {
  expect(readEuros(typed)).toBe(cents);
});
