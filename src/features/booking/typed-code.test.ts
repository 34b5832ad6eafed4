import { describe, expect, it } from 'vitest';
import { codesIn } from './typed-code.rules.ts';

describe('a code typed at the desk', () => {
  it.each([
    'K7QF29MX',
    'k7qf29mx',
    'K7QF 29MX',
    'K7QF-29MX',
    ' k7qf–29mx ',
    'https://turno.example/bookings/K7QF29MX',
    'http://localhost:3000/bookings/K7QF29MX/',
    'https://turno.example/office/cons-london/bookings/k7qf29mx?x=1',
    // A scanner set to another keyboard.
    'httpsç--turno.example-bookings-K7QF29MX',
  ])('is understood as %j', (typed) => {
    expect(codesIn(typed)).toEqual(['K7QF29MX']);
  });

  it('may have a sign that codes do not have, taken for another', () => {
    expect(codesIn('K7OF29MX')).toContain('K7QF29MX');
    expect(codesIn('K70F29MX')).toContain('K7QF29MX');
    expect(codesIn('UABCDEFG')).toEqual(['VABCDEFG']);
  });

  it.each(['', 'Rossi', 'RSSMRA80A01H501U', 'K7QF29M', 'K7QF29MXX', 'OOOOIIII'])('is not %j', (typed) => {
    expect(codesIn(typed)).toEqual([]);
  });
});
