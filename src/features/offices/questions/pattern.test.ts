import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPattern } from './pattern.ts';

describe('a pattern that an office writes', () => {
  it.each([
    ['[A-Z]{2}\\d{7}', 'YA1234567', 'ya1234567'],
    ['^\\d{4}$', '1234', '12345'],
    ['(si|no|non so)', 'non so', 'non'],
    ['\\p{L}+( \\p{L}+)*', 'Ñandú Prova', 'Prova 1'],
    ['[^\\d/-]{1,3}', 'abc', 'a/c'],
    ['a{2,}', 'aaaa', 'a'],
    ['(?:ab)?c', 'abc', 'ab'],
    ['\\+39 ?\\d+', '+39 06', '39 06'],
    ['x|', '', 'y'],
    ['via/[0-9]', 'via/7', 'via7'],
    ['.', '🙂', 'ab'],
  ])('%s fits %s and not %s', (source, good, bad) => {
    const pattern = readPattern(source);
    expect(pattern?.fits(good)).toBe(true);
    expect(pattern?.fits(bad)).toBe(false);
  });

  it.each([
    '(',
    'a)',
    '[a',
    '*a',
    'a{3,2}',
    '(?=a)b',
    '(?<n>a)',
    '(a)\\1',
    '\\bword',
    'a**',
    '\\p{Nope}',
    '((a{200}){200})',
    '',
  ])('is refused when it is %s: no expression, too large, or one that needs going back', (source) =>
    expect(readPattern(source)).toBeUndefined(),
  );

  it('is refused before it takes long to read: nothing, repeated by repetitions', () => {
    const begin = performance.now();
    expect(readPattern('((((((){500}){500}){500}){500}){500}){500}')).toBeUndefined();
    expect(performance.now() - begin).toBeLessThan(500);
  });

  it.each(['(a+)+b', '(a|a)*b', '(.*)*x', '(a?){50}a{50}', '([a-z]+)*[0-9]'])(
    'takes no longer for an answer made to be slow: %s',
    (source) => {
      const pattern = readPattern(source);
      const begin = performance.now();
      pattern?.fits('a'.repeat(500));
      expect(performance.now() - begin).toBeLessThan(500);
    },
  );

  it('judges as the language’s own expressions do', () => {
    const part = fc.constantFrom('a', 'b', '[ab]', '(a|b)', '\\d', 'a?', 'b*', '(ab)+', '.', 'a{1,2}');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.stringMatching(/^[ab1]{0,8}$/), (parts, text) => {
        const source = parts.join('');
        expect(readPattern(source)?.fits(text)).toBe(new RegExp(`^(?:${source})$`, 'u').test(text));
      }),
    );
  });
});
