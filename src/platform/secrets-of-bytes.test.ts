import { expect, it } from 'vitest';
import { createSecrets } from './secrets.ts';

const secrets = createSecrets('a secret of this test, which is long enough');

it('opens what was sealed, and only as what it was sealed for', () => {
  const sealed = secrets.seal(Buffer.from([0, 255, 128]), 'file:1:0');
  expect([...secrets.open(sealed, 'file:1:0')]).toEqual([0, 255, 128]);
  expect(() => secrets.open(sealed, 'file:1:1')).toThrow();
  expect(() => secrets.open(sealed.subarray(0, 20), 'file:1:0')).toThrow();
});
