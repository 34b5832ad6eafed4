import { describe, expect, it } from 'vitest';
import { isSamePerson } from './same-person.rules.ts';

const ada = {
  givenName: 'Ada',
  familyName: 'Bellandi',
  birthDate: Temporal.PlainDate.from('1980-05-12'),
  birthPlace: 'Roma',
  codiceFiscale: null,
};
const code = 'BLLDAA80E52H501X';

describe('a correction leaves a person who they are', () => {
  it.each([
    ['a letter left out of the family name', { familyName: 'Belandi' }],
    ['two letters swapped', { familyName: 'Belladni' }],
    ['another spelling of signs', { familyName: 'BELLÀNDI' }],
    ['a second name', { givenName: 'Ada Maria' }],
    ['a name taken by marriage', { familyName: 'Ferri' }],
    ['one digit of the birth date', { birthDate: Temporal.PlainDate.from('1980-05-13') }],
    ['day and month swapped', { birthDate: Temporal.PlainDate.from('1980-12-05') }],
    ['a codice fiscale filled in', { codiceFiscale: code }],
    ['another birthplace', { birthPlace: 'Milano' }],
  ])('%s', (_what, change) => {
    expect(isSamePerson(ada, { ...ada, ...change })).toBe(true);
  });

  it.each([
    [
      'somebody else altogether',
      { givenName: 'Bruno', familyName: 'Conti', birthDate: Temporal.PlainDate.from('1991-01-30') },
    ],
    ['a twin', { givenName: 'Bea' }],
    ['a short name of other letters', { givenName: 'Eva' }],
    ['a namesake by given name', { familyName: 'Conti', birthDate: Temporal.PlainDate.from('1962-09-01') }],
  ])('never into %s', (_what, change) => {
    expect(isSamePerson(ada, { ...ada, ...change })).toBe(false);
  });

  it('a code of somebody else is believed only beside the same names', () => {
    const known = { ...ada, codiceFiscale: code };
    expect(isSamePerson(known, { ...known, codiceFiscale: 'BLLDAA80E52H501Z' })).toBe(true);
    expect(isSamePerson(known, { ...known, familyName: 'Conti', codiceFiscale: 'CNTBRN91A30F205X' })).toBe(false);
  });
});
