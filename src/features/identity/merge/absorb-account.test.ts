import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { absorbAccount } from './absorb-account.ts';
import { aliasOf } from './alias.query.ts';

const deps = useDeps();

async function account(email: string, isProved: boolean): Promise<number> {
  const now = deps.current.clock.now();
  const { id } = await deps.current.db
    .insertInto('account')
    .values({
      email,
      given_name: 'Ada',
      family_name: 'Prova',
      email_verified_at: isProved ? now : null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function absorb(keptId: number, closedId: number) {
  const { db, secrets, clock } = deps.current;
  const request = { keptId, closedId, officeId: null, by: { owner: true }, now: clock.now() } as const;
  return db.transaction().execute((tx) => absorbAccount(tx, secrets, request));
}

it('leads on from the address of the account that ends', async () => {
  const kept = await account('resta@posta.example', true);
  expect((await absorb(kept, await account('lascia@posta.example', true))).ok).toBe(true);
  expect(await aliasOf(deps.current.db, 'lascia@posta.example')).toBe(kept);
});

it('takes no address that was only typed, nor what led on from it', async () => {
  const owner = await account('padrone@posta.example', true);
  await absorb(owner, await account('vecchio@posta.example', true));
  const other = await account('altro@posta.example', true);
  expect((await absorb(other, await account('vecchio@posta.example', false))).ok).toBe(true);
  expect(await aliasOf(deps.current.db, 'vecchio@posta.example')).toBe(owner);
  expect((await absorb(other, await account('di-nessuno@posta.example', false))).ok).toBe(true);
  expect(await aliasOf(deps.current.db, 'di-nessuno@posta.example')).toBeUndefined();
});
