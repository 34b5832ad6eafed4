import { expect, it } from 'vitest';
import { likelyLatin, writtenInLatin } from './latin-names.ts';

it.each(["D'Angelo", 'D’Ònofrio', 'Müller-Lüdenscheidt', 'ʻAukai', 'Šarūnas', 'De Re', 'O. Rossi'])(
  '%s is written in Latin letters',
  (name) => {
    expect(writtenInLatin(name)).toBe(true);
  },
);

it.each([
  ['Γεώργιος', 'Georgios'],
  ['Παπαδόπουλος', 'Papadopoulos'],
  ['Άννα-Μαρία', 'Anna-Maria'],
  ['Ірина', 'Irina'],
  ['Ольга', 'Olga'],
  ['Хрущёв', 'Khrushchev'],
  ['李', undefined],
  ['محمد', undefined],
  // A Greek letter that looks like a Latin one is not one.
  ['Μaria', 'Maria'],
])('%s is not, and may stand in a passport as %s', (name, latin) => {
  expect(writtenInLatin(name)).toBe(false);
  expect(likelyLatin(name)).toBe(latin);
});
