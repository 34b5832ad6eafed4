import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreesWith,
  birthDateOf,
  type CodiceFiscale,
  checkCodiceFiscale,
  makeCodiceFiscale,
  nameFit,
  parseCodiceFiscale,
  withOmocodia,
} from './codice-fiscale.ts';

const someone = fc.record({
  givenName: fc.stringMatching(/^[A-Z][a-z]{0,11}( [A-Z][a-z]{0,11})?$/),
  familyName: fc.stringMatching(/^[A-Z][a-z']{0,14}$/),
  birthDate: fc
    .record({ year: fc.integer({ min: 1900, max: 2026 }), dayOfYear: fc.integer({ min: 0, max: 364 }) })
    .map(({ year, dayOfYear }) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: dayOfYear })),
  sex: fc.constantFrom('F' as const, 'M' as const),
  birthPlaceCode: fc.stringMatching(/^[A-Z][0-9]{3}$/),
});

function read(text: string): CodiceFiscale {
  const parsed = parseCodiceFiscale(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.codiceFiscale;
}

const date = (text: string) => Temporal.PlainDate.from(text);

describe('a codice fiscale', () => {
  it('made by the rules of the decree is read back as the same person', () => {
    fc.assert(
      fc.property(someone, (person) => {
        const known = read(makeCodiceFiscale(person));
        expect(agreesWith(known, person)).toEqual({ ok: true });
        expect(known).toMatchObject({ sex: person.sex, birthPlaceCode: person.birthPlaceCode, omocodia: false });
        expect(birthDateOf(known, date('2026-12-31')).toString()).toBe(
          (person.birthDate.year <= 1926 ? person.birthDate.add({ years: 100 }) : person.birthDate).toString(),
        );
      }),
    );
  });

  it('says the same of a person with any of its digits written as letters, and is another code', () => {
    fc.assert(
      fc.property(someone, fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), (person, places) => {
        const plain = makeCodiceFiscale(person);
        const other = read(withOmocodia(plain, places));
        expect(other.code).not.toBe(plain);
        expect({ ...other, code: plain }).toEqual({ ...read(plain), omocodia: true });
        expect(agreesWith(other, person).ok).toBe(true);
      }),
    );
  });

  it('with one character mistyped is refused', () => {
    fc.assert(
      fc.property(
        someone,
        fc.nat(15),
        fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
        (person, at, typed) => {
          const code = makeCodiceFiscale(person);
          fc.pre(code.charAt(at) !== typed);
          const wrong = code.slice(0, at) + typed + code.slice(at + 1);
          expect(parseCodiceFiscale(wrong).ok).toBe(false);
        },
      ),
    );
  });

  it('never fails on what people type', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => void checkCodiceFiscale(text, { givenName: text, familyName: text }),
      ),
    );
  });

  it.each([
    ['Mario', 'Rossi', '1980-01-01', 'M', 'H501', 'RSSMRA80A01H501U'],
    ['Gianfranco', 'Fo', '1971-12-31', 'M', 'F205', 'FOXGFR71T31F205'],
    ['Zoë', "D'Ònofrio", '2004-02-29', 'F', 'Z114', 'DNFZOE04B69Z114'],
  ] as const)(
    'of %s %s is made as the revenue agency does',
    (givenName, familyName, born, sex, birthPlaceCode, code) => {
      expect(makeCodiceFiscale({ givenName, familyName, birthDate: date(born), sex, birthPlaceCode })).toContain(code);
    },
  );

  it.each([
    ['rss mra 80a01 h501u', undefined],
    ['RSSMRA80A01H501', 'form'],
    ['RSSMRA80A01H5011', 'form'],
    ['RSSMRA80A32H501U', 'check-character'],
    ['RSSMRA80A01H501X', 'check-character'],
    ['', 'form'],
    ['🦊'.repeat(8), 'form'],
  ])('typed as “%s” is judged by its form: %s', (typed, reason) => {
    const parsed = parseCodiceFiscale(typed);
    expect(parsed.ok ? undefined : parsed.reason).toBe(reason);
  });

  it('of another person is refused with what does not agree', () => {
    const mario = { givenName: 'Mario', familyName: 'Rossi', birthDate: date('1980-01-01') };
    const code = 'RSSMRA80A01H501U';
    expect(checkCodiceFiscale(code, mario)).toEqual({ ok: true, code });
    expect(checkCodiceFiscale(code, { ...mario, givenName: 'Anna Grazia' })).toEqual({ ok: false, reason: 'name' });
    expect(checkCodiceFiscale(code, { ...mario, givenName: 'Rossi', familyName: 'Mario' }).ok).toBe(false);
    expect(checkCodiceFiscale(code, { ...mario, familyName: 'Bianchi' })).toEqual({ ok: false, reason: 'name' });
    expect(checkCodiceFiscale(code, { ...mario, birthDate: date('1980-01-02') })).toEqual({
      ok: false,
      reason: 'birth-date',
    });
    expect(checkCodiceFiscale(code, { givenName: 'Mario', familyName: 'Rossi' })).toEqual({ ok: true, code });
  });

  it.each([
    ['Maria Grazia', 'Rossi', 'Maria', 'Rossi', 'part'],
    ['Maria', 'Rossi', 'Maria Grazia', 'Rossi', 'part'],
    ['Ada', 'Rossi', 'Ada Lucia', 'Rossi', 'part'],
    ['Ada', 'Rossi Bianchi', 'Ada', 'Bianchi', 'none'],
    ['Ada', 'De Re', 'Ada', 'De Re', 'whole'],
    ['Ada', 'Rossi', 'Ida', 'Verdi', 'none'],
    ['Francesco', 'Rossi', 'Giovanni', 'Rossi', 'none'],
  ] as const)(
    'of %s %s in the registry fits %s %s as written: %s',
    (given, family, writtenGiven, writtenFamily, fits) => {
      const born = { birthDate: date('1980-01-01'), sex: 'F', birthPlaceCode: 'H501' } as const;
      const code = read(makeCodiceFiscale({ givenName: given, familyName: family, ...born }));
      expect(nameFit(code, { givenName: writtenGiven, familyName: writtenFamily })).toBe(fits);
    },
  );

  it('allows both spellings of an umlaut, and a name in another alphabet', () => {
    const born = { birthDate: date('1975-05-05'), sex: 'M', birthPlaceCode: 'A952' } as const;
    const spelledOut = read(makeCodiceFiscale({ givenName: 'Uwe', familyName: 'Moe', ...born }));
    expect(agreesWith(spelledOut, { givenName: 'Uwe', familyName: 'Mö' }).ok).toBe(true);
    expect(agreesWith(spelledOut, { givenName: 'Уве', familyName: 'Мё' }).ok).toBe(true);
    expect(agreesWith(spelledOut, { givenName: 'Uwe', familyName: 'Mo' }).ok).toBe(false);
  });
});
