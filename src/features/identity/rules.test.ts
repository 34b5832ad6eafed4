import { describe, expect, it } from 'vitest';
import {
  lockUntil,
  looksLikeEmail,
  normalizeEmail,
  normalizePhone,
  passwordFault,
  wrongPasswordDelay,
} from './rules.ts';

describe('a new password', () => {
  it.each([
    ['cavallo batteria graffetta', undefined],
    ['prova-turno-2026', undefined],
    ['ciao sono io e vado al mare', undefined],
    ['lunghezza12!', undefined],
    ['🐴🔋📎🐴🔋📎🦊🐻🐼🐨🐯🦁', undefined],
    ['undici caso', 'password-too-short'],
    ['x'.repeat(201), 'too-long'],
    ['Password 1234', 'password-common'],
    ['Forza-Italia-2006', 'password-common'],
    ['aaaaaaaaaaaaaaa', 'password-common'],
    ['abcabcabcabc', 'password-common'],
    ['123456789012', 'password-common'],
    ['abcdefghijklmn', 'password-common'],
    ['210987654321', 'password-common'],
    ['giulia.ferri1988', 'password-own-name'],
    ['giulia@posta.example', 'password-own-name'],
    ['giulia ferri al mare', undefined],
  ])('“%s” is judged: %s', (password, fault) => {
    expect(passwordFault(password, ['Giulia', 'Ferri', 'giulia@posta.example', 'giulia'])).toBe(fault);
  });
});

describe('an e-mail address', () => {
  it.each(['a@b.it', 'nome.cognome+uffici@posta.example', 'françois@exämple.example', "o'neil@x.example"])(
    '“%s” is taken',
    (email) => {
      expect(looksLikeEmail(normalizeEmail(email))).toBe(true);
    },
  );
  it.each([
    '',
    'a',
    'a@b',
    '@b.it',
    'a@@b.it',
    'a b@c.it',
    'a@b..it',
    'a@b.it,c@d.it',
    'a\0@b.it',
    '<a@b.it>',
    `${'x'.repeat(65)}@b.it`,
  ])('“%s” is not', (email) => expect(looksLikeEmail(normalizeEmail(email))).toBe(false));
  it('is compared without capitals and spaces around', () => {
    expect(normalizeEmail('  Mario.Rossi@Posta.Example ')).toBe('mario.rossi@posta.example');
  });
});

describe('a telephone number', () => {
  it.each([
    ['+39 333 123 4567', '+393331234567'],
    ['0044 (7700) 900-123', '+447700900123'],
    ['06 1234567', '061234567'],
    ['chiamami', undefined],
    ['123', undefined],
  ])('“%s” is kept as %s', (typed, kept) => expect(normalizePhone(typed)).toBe(kept));
});

describe('the lock of a login', () => {
  const at = (text: string) => Temporal.Instant.from(text);
  it('keeps back the answer from the third wrong password on, longer each time', () => {
    expect([1, 2, 3, 4, 5, 20].map(wrongPasswordDelay)).toEqual([0, 0, 250, 500, 750, 2_000]);
  });
  it('lasts until a day after the first wrong password, at least an hour and never more than a day', () => {
    expect(lockUntil(at('2026-11-22T10:00:00Z'), at('2026-11-22T10:05:00Z')).toString()).toBe('2026-11-23T10:00:00Z');
    expect(lockUntil(at('2026-11-21T10:10:00Z'), at('2026-11-22T10:05:00Z')).toString()).toBe('2026-11-22T11:05:00Z');
  });
});
