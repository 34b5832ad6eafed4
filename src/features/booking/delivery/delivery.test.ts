import { describe, expect, it } from 'vitest';
import type { CompletionRules } from '#features/offices/index.ts';
import { checkDelivery, type SentDelivery } from './delivery.rules.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const rules: CompletionRules = {
  photo: 'none',
  delivery: 'optional',
  deliveryModes: ['office', 'italy', 'abroad'],
  delegate: true,
  completionCutoffHours: 24,
};
const rome = { street: 'Via Prova 1', postalCode: '00184', city: 'Roma', province: 'RM' };
const bruno = { givenName: 'Bruno', familyName: 'Esempio', birthDate: '1975-03-02' };

function check(sent: SentDelivery, more: Partial<CompletionRules> = {}) {
  const checked = checkDelivery(sent, { rules: { ...rules, ...more }, today });
  return checked.ok ? checked.delivery : checked.faults.map(({ field, reason }) => `${field}: ${reason}`);
}

const to = (address: object | string) => check({ mode: 'address', address });

describe('registered mail', () => {
  it('goes to an address of Italy with a number, a CAP and a province', () => {
    expect(to({ ...rome, careOf: ' Famiglia  Prova ', province: 'rm' })).toEqual({
      mode: 'address',
      address: 'c/o Famiglia Prova, Via Prova 1, 00184 Roma RM',
      postal: { careOf: 'Famiglia Prova', ...rome, country: 'IT' },
    });
    expect(to({ ...rome, street: 'Località Prova snc' })).toMatchObject({ mode: 'address' });
    expect(to({ ...rome, street: 'Via Prova' })).toEqual(['address.street: house-number']);
    expect(to({ ...rome, postalCode: '0184' })).toEqual(['address.postalCode: cap']);
    expect(to({ ...rome, postalCode: '00000' })).toEqual(['address.postalCode: cap']);
    expect(to({ ...rome, province: 'XX' })).toEqual(['address.province: province']);
    expect(to({ ...rome, city: '<b>' })).toEqual(['address.city: invalid']);
    expect(to({ ...rome, street: `Via ${'x'.repeat(130)} 1` })).toEqual(['address.street: too-long']);
  });

  it('goes abroad with what that country has', () => {
    expect(to({ street: '12 Example Street', postalCode: 'ec1a 1bb', city: 'London', country: 'gb' })).toEqual({
      mode: 'address',
      address: '12 Example Street, EC1A 1BB London, GB',
      postal: { street: '12 Example Street', postalCode: 'EC1A 1BB', city: 'London', country: 'GB' },
    });
    expect(to({ street: 'Οδός Παραδείγματος', city: 'Αθήνα', country: 'GR' })).toMatchObject({ mode: 'address' });
    expect(to({ ...rome, country: 'EU' })).toEqual(['address.country: country']);
    expect(to({ ...rome, country: 'Francia' })).toEqual(['address.country: too-long']);
  });

  it('stays within the borders that the office sends to', () => {
    const gb = { street: '12 Example Street', city: 'London', country: 'GB' };
    expect(check({ mode: 'address', address: gb }, { deliveryModes: ['office', 'italy'] })).toEqual([
      'address.country: only-italy',
    ]);
    expect(check({ mode: 'address', address: rome }, { deliveryModes: ['abroad'] })).toEqual([
      'address.country: only-abroad',
    ]);
    expect(check({ mode: 'office' }, { deliveryModes: ['italy'] })).toEqual(['mode: not-offered']);
    expect(check({ mode: 'address', address: rome }, { deliveryModes: ['office'] })).toEqual(['mode: not-offered']);
  });

  it('may be told in one line, which has to be a whole address', () => {
    expect(to(' Via Prova 1,  00184 Roma ')).toEqual({ mode: 'address', address: 'Via Prova 1, 00184 Roma' });
    expect(to('a casa mia')).toEqual(['address: incomplete']);
    expect(to('')).toEqual(['address: required']);
  });
});

describe('who collects', () => {
  it('is named, of age, and may have a codice fiscale that agrees', () => {
    const named = (delegate: SentDelivery['delegate']) => check({ mode: 'office', delegate });
    expect(named(bruno)).toEqual({ mode: 'office', delegate: bruno });
    expect(named({})).toEqual([
      'delegate.givenName: required',
      'delegate.familyName: required',
      'delegate.birthDate: required',
    ]);
    expect(named({ ...bruno, givenName: '12' })).toEqual(['delegate.givenName: name']);
    expect(named({ ...bruno, birthDate: '31/12/1980' })).toEqual(['delegate.birthDate: date']);
    expect(named({ ...bruno, birthDate: '2027-01-01' })).toEqual(['delegate.birthDate: date-future']);
    expect(named({ ...bruno, birthDate: '2008-11-23' })).toEqual(['delegate.birthDate: minor']);
    expect(named({ ...bruno, birthDate: '2008-11-22' })).toMatchObject({ mode: 'office' });
    expect(named({ ...bruno, codiceFiscale: 'ABC' })).toEqual(['delegate.codiceFiscale: codice-fiscale-form']);
    expect(named({ ...bruno, codiceFiscale: 'RSSMRA85T10A562S' })).toEqual([
      'delegate.codiceFiscale: codice-fiscale-name',
    ]);
  });
});

describe('an office that delivers nothing', () => {
  it('keeps nothing of a wish to come, and refuses every other', () => {
    const none = { delivery: 'none' } as const;
    expect(check({ mode: 'office' }, none)).toBeNull();
    expect(check({ mode: 'address', address: rome }, none)).toEqual(['mode: not-offered']);
    expect(check({ mode: 'office', delegate: bruno }, none)).toEqual(['delegate: not-offered']);
  });
});
