import { describe, expect, it } from 'vitest';
import type { PartyMode } from '#features/offices/index.ts';
import type { Relationship } from './people.rules.ts';
import { ageOn, comingFaults, type WhoMayCome } from './who-may-come.rules.ts';
import { comingFaultWords } from './who-may-come.text.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const open: WhoMayCome = {
  minAge: null,
  maxAge: null,
  partyModes: ['single', 'with-companions', 'companions-only'],
  relationships: null,
};
const person = (relationship: Relationship, birthDate: string | null = null) => ({
  relationship,
  birthDate: birthDate === null ? null : day(birthDate),
});
const faults = (people: ReturnType<typeof person>[], rules: Partial<WhoMayCome>, on = '2027-03-01') =>
  comingFaults(people, { ...open, ...rules }, day(on)).map(
    ({ position, field, reason }) => `${position} ${field} ${reason}`,
  );

describe('ages', () => {
  it.each([
    ['2009-03-01', '2027-02-28', 17],
    ['2009-03-01', '2027-03-01', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2027-03-01', '2027-03-01', 0],
  ])('somebody born on %s is, on %s, %i years old', (born, on, years) => {
    expect(ageOn(day(born), day(on))).toBe(years);
  });

  it('are those of the day of the appointment, and turn on the very day', () => {
    expect(faults([person('self', '2009-03-02')], { minAge: 18 })).toEqual(['0 birthDate too-young']);
    expect(faults([person('self', '2009-03-01')], { minAge: 18 })).toEqual([]);
    // Whoever is still seventeen may come for a service for minors; from the birthday on not any more.
    expect(faults([person('child', '2009-03-02')], { maxAge: 17 })).toEqual([]);
    expect(faults([person('child', '2009-03-01')], { maxAge: 17 })).toEqual(['0 birthDate too-old']);
  });

  it('are asked of each person', () => {
    const both = [person('self', '1980-05-05'), person('child', '2020-01-01'), person('child', '2021-01-01')];
    expect(faults(both, { minAge: 12 })).toEqual(['1 birthDate too-young', '2 birthDate too-young']);
  });

  it('are told with the years', () => {
    expect(comingFaultWords({ reason: 'too-young', limit: 18 }, 'it')).toContain('almeno 18 anni il giorno');
    expect(comingFaultWords({ reason: 'too-old', limit: 1 }, 'en')).toContain('at most one year old');
  });
});

describe('who may come together', () => {
  const [self, child] = [person('self'), person('child')];
  it.each<[string, ReturnType<typeof person>[], PartyMode[], string[]]>([
    ['one alone where all modes are open', [self], ['single', 'with-companions', 'companions-only'], []],
    ['a child without the one who books', [child], ['single', 'with-companions'], ['0 relationship self-missing']],
    ['a child without the one who books, where that is meant', [child], ['companions-only'], []],
    ['the one who books, where only others are served', [self], ['companions-only'], ['0 relationship not-self']],
    ['both, where only others are served', [child, self], ['companions-only'], ['1 relationship not-self']],
    ['two, where one comes alone', [self, child], ['single'], ['1 relationship only-alone']],
    [
      'two, where one comes alone or others do',
      [self, child],
      ['single', 'companions-only'],
      ['1 relationship only-alone'],
    ],
    ['one alone, where a family is asked for', [self], ['with-companions'], ['0 relationship not-alone']],
  ])('%s', (_case, people, partyModes, expected) => {
    expect(faults(people, { partyModes })).toEqual(expected);
  });

  it('relations that the office did not choose are refused, and oneself is none', () => {
    const people = [self, person('sibling'), child];
    expect(faults(people, { relationships: ['child', 'spouse'] })).toEqual(['1 relationship not-this-relation']);
    expect(faults(people, { relationships: null })).toEqual([]);
  });
});
