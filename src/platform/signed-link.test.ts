import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { readEndlessLink, readLink, signLink } from './signed-link.ts';

const deps = useDeps();

it('a link opens what it was signed for, until its end and in its own scope', () => {
  const { secrets, clock } = deps.current;
  const now = clock.now();
  const token = signLink(secrets, 'manage', 'AB12CD34', now.add({ hours: 1 }));
  expect(readLink(secrets, 'manage', token, now)).toEqual({ ok: true, id: 'AB12CD34' });
  expect(readLink(secrets, 'manage', token, now.add({ hours: 1 }))).toEqual({ ok: false, reason: 'expired' });
  expect(readLink(secrets, 'waiting', token, now)).toEqual({ ok: false, reason: 'not-a-link' });
  expect(readEndlessLink(secrets, 'manage', token)).toBeUndefined();
  expect(readEndlessLink(secrets, 'help', signLink(secrets, 'help', 7))).toBe(7);
});

it('links that were sent before are still read', () => {
  const { secrets, clock } = deps.current;
  const now = clock.now();
  const until = Math.floor(now.add({ hours: 1 }).epochMilliseconds / 1000);
  const old = (...content: readonly unknown[]) => secrets.sign('link', JSON.stringify(content));
  expect(readLink(secrets, 'manage', old('manage', 'AB12CD34', until), now)).toEqual({ ok: true, id: 'AB12CD34' });
  expect(readLink(secrets, 'waiting', old('waiting', '12', until), now)).toEqual({ ok: true, id: '12' });
  expect(readEndlessLink(secrets, 'restriction', old('restriction', 3))).toBe(3);
  expect(readLink(secrets, 'manage', old('manage', 'AB12CD34'), now)).toEqual({ ok: false, reason: 'not-a-link' });
  expect(readLink(secrets, 'manage', 'nonsense', now)).toEqual({ ok: false, reason: 'not-a-link' });
});
