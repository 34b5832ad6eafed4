import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeAccount, identityTasks } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../app.ts';
import { block } from './blocks/block.ts';
import { askChange } from './changes/ask-change.ts';
import { accountCasesTasks } from './forget-closed.job.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp(deps.current);
});
afterAll(() => app.close());

it('what is kept about an account is taken away by its owner with the rest, and goes when the account is closed', async () => {
  const { db, secrets, clock } = deps.current;
  const now = clock.now();
  const accountId = await buildAccount(db, 'cases@prova.example');
  const { officeId } = await buildOffice(db);
  const operatorId = await buildRole(db, 'officer', officeId);
  const place = { id: officeId, timeZone: 'Europe/London' };
  const blocked = {
    accountId,
    place,
    kind: 'abuse',
    reason: 'Persone inventate',
    lastDay: null,
    operatorId,
    now,
  } as const;
  expect((await transact(db, (tx) => block(tx, secrets, blocked))).ok).toBe(true);
  const birthDate = Temporal.PlainDate.from('1980-05-05');
  const after = { givenName: 'Ada', familyName: 'Provetti', birthDate, birthPlace: null, codiceFiscale: null };
  expect((await transact(db, (tx) => askChange(tx, secrets, { accountId, after, why: 'Nozze', now }))).ok).toBe(true);
  const browser = await testBrowser(app, deps.current, accountId);
  const data = (await browser.get('/profile/data')).json<{
    cases: { blocks: { reason: string }[]; corrections: { after: { familyName: string } }[] };
    help: unknown[];
    waitingLists: unknown[];
  }>();
  expect(data.cases.blocks.map(({ reason }) => reason)).toEqual(['Persone inventate']);
  expect(data.cases.corrections.map((change) => change.after.familyName)).toEqual(['Provetti']);
  expect([data.help, data.waitingLists]).toEqual([[], []]);
  expect(await left()).toBe(1);
  expect((await transact(db, (tx) => closeAccount(tx, { accountId, now, secrets }))).ok).toBe(true);
  expect(await left()).toBe(0);

  async function left(): Promise<number> {
    await accountCasesTasks['account-cases-cleanup']?.(deps.current, undefined);
    const { rows } = await sql`SELECT FROM account_change WHERE account_id = ${accountId}`.execute(db);
    return rows.length;
  }
});

it('a block that is over, and details corrected, are kept for two years to the second; a block in force for as long as it holds', async () => {
  const { db, secrets, clock } = deps.current;
  const accountId = await buildAccount(db, 'long-ago@prova.example');
  const operatorId = await buildRole(db, 'network-admin', null);
  const cipher = secrets.encrypt('x');
  const years = { hours: 730 * 24 };
  const edge = clock.now().subtract(years);
  for (const [lifted, kind] of [
    [edge, 'abuse'],
    [edge.subtract({ seconds: 1 }), 'abuse'],
    [null, 'abuse'],
  ] as const)
    await sql`
      INSERT INTO account_block (account_id, kind, reason_cipher, created_by, created_at, lifted_at, lifted_by)
      VALUES (${accountId}, ${kind}, ${cipher}, ${operatorId}, ${edge.subtract(years)}, ${lifted}, ${lifted && operatorId})`.execute(
      db,
    );
  for (const decided of [edge, edge.subtract({ seconds: 1 })])
    await sql`
      INSERT INTO account_change (account_id, old_cipher, new_cipher, why_cipher, answer_cipher, bookings_too, created_at, outcome, decided_by, decided_at)
      VALUES (${accountId}, ${cipher}, ${cipher}, ${cipher}, ${cipher}, false, ${edge.subtract(years)}, 'refused', ${operatorId}, ${decided})`.execute(
      db,
    );
  await identityTasks['identity-cleanup']?.(deps.current, undefined);
  await accountCasesTasks['account-cases-cleanup']?.(deps.current, undefined);
  const { rows } = await sql<{ blocks: number; changes: number }>`
    SELECT (SELECT count(*)::int FROM account_block WHERE account_id = ${accountId}) AS blocks,
           (SELECT count(*)::int FROM account_change WHERE account_id = ${accountId}) AS changes`.execute(db);
  expect(rows).toEqual([{ blocks: 2, changes: 1 }]);
});
