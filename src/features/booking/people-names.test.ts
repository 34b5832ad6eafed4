import { expect, it } from 'vitest';
import { personSchema } from './people.ts';

const nameOf = (familyName: string) => personSchema.safeParse({ givenName: 'Ada', familyName });

it('a name is one line, its blanks in order', () => {
  expect(nameOf('  De\r\nBcc:  Rossi ').data?.familyName).toBe('De Bcc: Rossi');
  expect(nameOf('D’Angelo-Müller').data?.familyName).toBe('D’Angelo-Müller');
});

it.each(['Ross\u202Ei', 'Ross\u0007i', '\u2066Rossi', '   '])(
  'a name that would be shown as another is refused',
  (typed) => {
    expect(nameOf(typed).success).toBe(false);
  },
);
