import { describe, expect, it } from 'vitest';
import { withArticle } from './dates.ts';

describe('a date after a preposition', () => {
  it.each([
    ['al', '2027-02-20', 'al 20 febbraio 2027'],
    ['al', '2027-02-08', 'all’8 febbraio 2027'],
    ['dal', '2027-02-11', 'dall’11 febbraio 2027'],
    ['del', '2027-02-18', 'del 18 febbraio 2027'],
    ['il', '2027-05-01', 'il 1º maggio 2027'],
  ] as const)('%s %s is %s', (joint, date, words) => {
    expect(withArticle(joint, Temporal.PlainDate.from(date), 'it')).toBe(words);
  });

  it('stands alone in English', () => {
    expect(withArticle('al', Temporal.PlainDate.from('2027-02-08'), 'en')).toBe('8 February 2027');
  });
});
