import { describe, expect, test } from 'vitest';
import { readTypedDate, typedDate, typedDateSchema } from './typed-date.ts';

describe('a day that someone typed', () => {
  test.each(['31/12/1980', '31-12-1980', '31.12.1980', '31 12 1980', '31121980', '1980-12-31', ' 31/12/1980 '])(
    'is understood as %s',
    (typed) => {
      expect(readTypedDate(typed)?.toString()).toBe('1980-12-31');
    },
  );

  test.each(['31/02/1980', '12/31/1980', '31/12/80', '00/01/1980', 'ieri', '', '31/12/19800', '٣١/١٢/١٩٨٠'])(
    'is refused as "%s"',
    (typed) => {
      expect(readTypedDate(typed)).toBeUndefined();
    },
  );

  test('is written back as people write it', () => {
    expect(typedDate(Temporal.PlainDate.from('1980-03-05'))).toBe('05/03/1980');
  });

  test('fails a form with the reason that fits', () => {
    const reason = (typed: unknown) => typedDateSchema.safeParse(typed).error?.issues[0]?.message;
    expect(reason('')).toBe('required');
    expect(reason(undefined)).toBe('required');
    expect(reason('31/02/1980')).toBe('date');
    expect(reason('28/02/1980')).toBeUndefined();
  });
});
