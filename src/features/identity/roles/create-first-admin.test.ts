import { expect, it } from 'vitest';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { createFirstAdmin } from './create-first-admin.ts';
import { peopleWithRoles } from './people-with-roles.query.ts';
import { findLink } from '../prove-email.ts';

const deps = useDeps();

const create = (email: string) => {
  const { db, clock, secrets } = deps.current;
  const person = { givenName: 'Ada', familyName: 'Prova', language: 'it' as const };
  return db.transaction().execute((tx) => createFirstAdmin(tx, { email, ...person, now: clock.now(), secrets }));
};

it('the first administrator is told a link for a password, and asking again changes nothing more', async () => {
  const { db, clock, secrets } = deps.current;
  const made = await create('Ada@Ente.example');
  const path = made.ok ? (made.path ?? '') : '';
  expect(path).toMatch(/^\/reset-password\?token=/);
  const token = decodeURIComponent(path.split('token=')[1] ?? '');
  const link = { token, purpose: 'reset-password' as const, demo: false, secrets };
  clock.advance({ hours: 6 * 24 });
  expect(await findLink(db, { ...link, now: clock.now() })).toMatchObject({ ok: true, email: 'ada@ente.example' });
  clock.advance({ hours: 2 * 24 });
  expect(await findLink(db, { ...link, now: clock.now() })).toEqual({ ok: false, reason: 'link-expired' });
  expect((await create('ada@ente.example')).ok).toBe(true);
  expect(await peopleWithRoles(db, null)).toMatchObject([{ email: 'ada@ente.example', roles: ['network-admin'] }]);
});

it('whoever has a password already keeps it; what is no address is refused', async () => {
  const { db } = deps.current;
  const id = await buildAccount(db, 'known@ente.example');
  await db.updateTable('account').set({ password_hash: 'a hash' }).where('id', '=', id).execute();
  expect(await create('known@ente.example')).toEqual({ ok: true, path: undefined });
  expect(await create('not an address')).toEqual({ ok: false, reason: 'email' });
});
