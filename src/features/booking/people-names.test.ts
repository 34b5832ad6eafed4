import { expect, it } from 'vitest';
import { personSchema } from './people.ts';

const nameOf = (familyName: string) => personSchema.safeParse({ givenName: 'Ada', familyName });

it('a name is one line, its blanks in order', () => {
  expect(nameOf('  De\r\nBcc:  Rossi ').data?.familyName).toBe('De Bcc: Rossi');
  expect(nameOf('D’Angelo-Müller').data?.familyName).toBe('D’Angelo-Müller');
});

it.each([
  "D'Angelo",
  'D‘Amico',
  'De’ Rossi',
  'Dell`Acqua',
  'Saint-Exupéry',
  'O. Rossi',
  'ʻAukai',
  '李',
  'محمد',
  'नीना',
])('a name of any script stays as it is written: %s', (typed) => {
  expect(nameOf(typed).data?.familyName).toBe(typed);
});

it.each(['1234', '٣٤', '-', '’.', "D'Angelo'; DROP TABLE", '<b>Rossi</b>', '{Rossi}', 'a=b'])(
  'what is not written in letters is no name: %s',
  (typed) => {
    expect(nameOf(typed).error?.issues[0]?.message).toBe('name');
  },
);

it.each(['Ross\u202Ei', 'Ross\u0007i', '\u2066Rossi', '   '])(
  'a name that would be shown as another is refused',
  (typed) => {
    expect(nameOf(typed).success).toBe(false);
  },
);
