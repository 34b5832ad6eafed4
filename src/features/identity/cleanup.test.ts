import { expect, it } from 'vitest';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { identityTasks } from './cleanup.job.ts';

const deps = useDeps();

it('an account that nobody proved is gone after a week; proved ones, closed ones and people invited to work stay', async () => {
  const { db, pool, clock } = deps.current;
  const [proved, unproved, invited, closed, fresh] = [
    await buildAccount(db, 'proved@prova.example'),
    await buildAccount(db, 'unproved@prova.example'),
    await buildAccount(db, 'invited@prova.example'),
    await buildAccount(db, 'closed@prova.example'),
    await buildAccount(db, 'fresh@prova.example'),
  ];
  await pool.query('UPDATE account SET email_verified_at = NULL WHERE id = ANY ($1)', [
    [unproved, invited, closed, fresh],
  ]);
  await pool.query('UPDATE account SET birth_date = NULL, closed_at = created_at WHERE id = $1', [closed]);
  await pool.query('UPDATE account SET created_at = $2 WHERE id = $1', [fresh, clock.now()]);
  await pool.query("INSERT INTO account_role VALUES ($1, 'network-admin', NULL)", [invited]);
  await identityTasks['identity-cleanup']?.(deps.current, undefined);
  const left = await db.selectFrom('account').select('id').orderBy('id').execute();
  expect(left.map((row) => row.id)).toEqual([proved, invited, closed, fresh]);
});
