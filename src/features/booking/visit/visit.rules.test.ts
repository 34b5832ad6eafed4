import { describe, expect, it } from 'vitest';
import { makeCodiceFiscale } from '#features/identity/index.ts';
import { neededFor, type VisitFacts } from '#features/offices/index.ts';
import { tooEarlyToRenew } from './renewal.rules.ts';
import { validUntil } from './validity.rules.ts';
import { birthDateKnown, factsOf } from './visit-facts.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const card = {
  bands: [{ under: 3, years: 3 }, { under: 18, years: 5 }, { years: 10 }],
  endsOnBirthday: true,
  monthsWithoutFingerprints: 12,
};

describe('a card', () => {
  it.each([
    ['an adult’s', '1980-04-12', '2027-01-14', undefined, '2037-04-12'],
    ['one issued on the birthday itself', '1980-01-14', '2027-01-14', undefined, '2037-01-14'],
    ['that of a child who is two', '2024-06-01', '2027-01-14', undefined, '2030-06-01'],
    ['that of a child who turns three on the day', '2024-01-14', '2027-01-14', undefined, '2032-01-14'],
    ['the day before turning 18', '2009-01-15', '2027-01-14', undefined, '2032-01-15'],
    ['the day of turning 18', '2009-01-14', '2027-01-14', undefined, '2037-01-14'],
    ['of somebody born on 29 February', '1980-02-29', '2027-01-14', undefined, '2037-02-28'],
    ['without fingerprints for now', '1980-04-12', '2027-01-14', 'not-now', '2028-01-14'],
  ])('%s is valid until a birthday, or for twelve months', (_, born, day, fingerprints, until) => {
    expect(validUntil(card, { born: date(born), day: date(day), fingerprints }).toString()).toBe(until);
  });

  it.each([
    ['expiry', '2027-07-13', undefined],
    ['expiry', '2027-07-14', '2027-01-15'],
    [null, '2028-01-01', '2027-07-05'],
    ['theft', '2028-01-01', undefined],
    ['expiry', '2026-01-01', undefined],
    ['expiry', undefined, undefined],
  ])('is renewed for %s from 180 days before it expires on %s: too early until %s', (reason, expires, from) => {
    const cardExpires = expires === undefined ? undefined : date(expires);
    expect(tooEarlyToRenew({ cardExpires, reason }, 180, date('2027-01-14'))?.toString()).toBe(from);
  });
});

describe('what is known of a visit', () => {
  const somebody = { givenName: 'Ada', familyName: 'Prova', birthDate: null, codiceFiscale: null };

  it('takes the age of the day of the appointment, from the codice fiscale where no date was asked', () => {
    const born = { birthDate: date('2015-01-14'), sex: 'F', birthPlaceCode: 'H501' } as const;
    const child = { ...somebody, codiceFiscale: makeCodiceFiscale({ ...somebody, ...born }) };
    expect(birthDateKnown(child, date('2027-01-14'))?.toString()).toBe('2015-01-14');
    const known = { ...somebody, birthDate: date('2015-01-14') };
    expect(factsOf(known, { reason: null, day: date('2027-01-13') }).age).toBe(11);
    expect(factsOf(known, { reason: null, day: date('2027-01-14') }).age).toBe(12);
  });

  it.each<[string, VisitFacts, string]>([
    ['theft', { reason: 'theft' }, 'yes'],
    ['loss, which the same document is for', { reason: 'loss' }, 'yes'],
    ['another reason', { reason: 'expiry' }, 'no'],
    ['no reason given', {}, 'perhaps'],
  ])('a report of theft or loss and %s', (_, facts, need) => {
    expect(neededFor(['reason:theft', 'reason:loss'], facts)).toBe(need);
  });

  it.each<[string, VisitFacts, string]>([
    ['an adult', { age: 18 }, 'no'],
    ['a minor of whom nothing more is known', { age: 17 }, 'perhaps'],
    ['a minor with one parent', { age: 17, parents: 'one' }, 'yes'],
    ['a minor with both', { age: 17, parents: 'both' }, 'no'],
    ['somebody of unknown age', {}, 'perhaps'],
  ])('one parent’s consent and %s', (_, facts, need) => {
    expect(neededFor(['age:minor', 'parents:one'], facts)).toBe(need);
  });

  it.each<[string, VisitFacts, string]>([
    ['a child under twelve, whose fingerprints are not taken', { age: 11, fingerprints: 'not-now' }, 'no'],
    ['a child of twelve of whom nothing is said', { age: 12 }, 'perhaps'],
    ['an adult with a plaster', { age: 40, fingerprints: 'not-now' }, 'yes'],
  ])('a medical certificate about fingerprints and %s', (_, facts, need) => {
    expect(neededFor(['fingerprints:not-now'], facts)).toBe(need);
  });
});
