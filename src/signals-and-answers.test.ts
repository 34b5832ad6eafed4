import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '#features/identity/index.ts';
import { signalTasks } from '#features/signals/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { waitingTools } from '#test/waiting-tools.ts';
import { createApp } from './app.ts';

const deps = useDeps();
const tools = waitingTools(deps);
let app: FastifyInstance;
let office: BuiltOffice;
let admin: TestBrowser;
let base = '';
let network: TestBrowser;

beforeAll(async () => {
  app = await createApp(deps.current);
  office = await buildOffice(deps.current.db, { slots: 40, capacity: 5 });
  const { rows } = await deps.current.pool.query<{ code: string }>('SELECT code FROM office WHERE id = $1', [
    office.officeId,
  ]);
  base = `/office/${rows[0]?.code ?? ''}/signals`;
  admin = await testBrowser(app, deps.current, await buildRole(deps.current.db, 'office-admin', office.officeId));
  network = await testBrowser(app, deps.current, await buildRole(deps.current.db, 'network-admin', null));
});
afterAll(() => app.close());
beforeEach(async () => {
  deps.current.clock.set(testNow);
  // What the test before did is nobody's any more.
  await deps.current.pool.query('DELETE FROM signal; UPDATE booking SET account_id = NULL');
});

const look = async () => {
  await signalTasks['find-signals']?.(deps.current, {});
  const { rows } = await deps.current.pool.query<{
    id: number;
    kind: string;
    evidence: object;
    decision: string | null;
  }>('SELECT id, kind, evidence, decision FROM signal ORDER BY kind');
  return rows;
};

/** Somebody who books and cancels six times, in no time at all. */
async function cancelling(): Promise<number> {
  const accountId = await tools.newAccount();
  for (let round = 0; round < 6; round += 1) {
    const holdId = await tools.heldId(office, { kind: 'account', accountId }, { slot: round });
    const made = await tools.booked(holdId, accountId);
    if (!made.ok) throw new Error(made.reason);
    await tools.cancel(made.bookingId);
  }
  return accountId;
}

describe('signals', () => {
  it('tell of impossible speed and of cancelling, once, in figures, and change nothing', async () => {
    const accountId = await cancelling();
    const found = await look();
    expect(found.map(({ kind }) => kind)).toEqual(['cancelling', 'speed']);
    expect(found[0]?.evidence).toEqual({ times: 6, hours: 48 });
    expect(await look()).toHaveLength(2);
    const { rows } = await deps.current.pool.query(
      'SELECT FROM account WHERE id = $1 AND restricted_until IS NOT NULL',
      [accountId],
    );
    expect(rows).toEqual([]);
  });

  it('count accounts of one browser and of one pattern, and leave out who works at an office', async () => {
    const { db, pool } = deps.current;
    await pool.query('DELETE FROM booking_event; DELETE FROM booking');
    for (let n = 1; n <= 6; n += 1)
      await pool.query(
        "INSERT INTO account (email, given_name, family_name, created_at) VALUES ($1, 'Lia', 'Serie', $2)",
        [`serie.${n}@prova.example`, testNow],
      );
    const { rows } = await pool.query<{ id: number }>("SELECT id FROM account WHERE family_name = 'Serie'");
    for (const { id } of rows)
      await pool.query('INSERT INTO browser_account VALUES ($1, $2, $3, $3)', [
        Buffer.from('one browser'),
        id,
        testNow,
      ]);
    expect((await look()).map(({ kind, evidence }) => [kind, evidence])).toEqual([
      ['account-pattern', { accounts: 6, hours: 0 }],
      ['shared-browser', { accounts: 6, days: 0 }],
    ]);
    await pool.query('DELETE FROM signal');
    await db
      .insertInto('account_role')
      .values({ account_id: rows[0]?.id ?? 0, role: 'helper', office_id: office.officeId })
      .execute();
    expect(await look()).toEqual([]);
    await pool.query('DELETE FROM browser_account');
  });

  it('of a browser are noted only when a second account enters', async () => {
    const { pool } = deps.current;
    const password = 'una frase che ricordo';
    const hash = await hashPassword(password);
    const shared = await testBrowser(app, deps.current);
    const noted = async (email: string): Promise<number> => {
      const accountId = await buildAccount(deps.current.db, email);
      await pool.query('UPDATE account SET password_hash = $1 WHERE id = $2', [hash, accountId]);
      await shared.get('/login');
      expect((await shared.post('/login', { email, password })).statusCode).toBe(303);
      await shared.get('/profile');
      await shared.post('/logout', {});
      const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM browser_account');
      return rows[0]?.count ?? 0;
    };
    expect(await noted('first@prova.example')).toBe(0);
    expect(await noted('second@prova.example')).toBe(2);
    expect(await noted('third@prova.example')).toBe(3);
    const { rows } = await pool.query('SELECT FROM browser_account GROUP BY browser_key');
    expect(rows).toHaveLength(1);
  });
});

describe('people who look at signals', () => {
  it('warn somebody, who reads why and answers, and is told what came of it', async () => {
    const accountId = await cancelling();
    const signal = (await look()).find(({ kind }) => kind === 'cancelling');
    const list = await admin.get(base);
    expect(list.body).toContain('Molte prenotazioni annullate subito');
    const one = `${base}/${signal?.id}`;
    expect(parse((await admin.get(one)).body).querySelector('main')?.text).toContain(
      '6 prenotazioni sono state annullate',
    );
    expect((await admin.post(one, { decision: 'warn', reason: '' })).statusCode).toBe(422);
    expect((await admin.post(one, { decision: 'warn', reason: 'Prenota solo se vieni.' })).statusCode).toBe(422);
    const sent = await admin.post(one, {
      decision: 'warn',
      accounts: String(accountId),
      reason: 'Prenota solo se vieni.',
    });
    expect(sent.headers.location).toBe(`${base}?done=decided`);
    expect((await admin.post(one, { decision: 'no-matter', reason: 'x' })).statusCode).toBe(409);

    const letters = await drain(deps.current);
    expect(letters.map(({ subject }) => subject)).toContain('Un avviso sull’uso del tuo account');
    const person = await testBrowser(app, deps.current, accountId);
    const href =
      parse((await person.get('/notices')).body)
        .querySelector('main a[href^="/notices/"]')
        ?.getAttribute('href') ?? '';
    expect((await person.get(href)).body).toContain('Prenota solo se vieni.');
    const stranger = await testBrowser(app, deps.current, await tools.newAccount());
    expect((await stranger.get(href)).statusCode).toBe(404);
    expect((await person.post(href, { text: '' })).statusCode).toBe(422);
    expect((await person.post(href, { text: 'Ero in ospedale.' })).statusCode).toBe(303);
    const answer =
      parse((await admin.get(base)).body)
        .querySelector('main a[href*="/answers/"]')
        ?.getAttribute('href') ?? '';
    expect((await admin.get(answer)).body).toContain('Ero in ospedale.');
    await admin.post(answer, { outcome: 'withdrawn', answer: 'Hai ragione.' });
    expect((await person.get(href)).body).toContain('L’avviso è stato ritirato');
    expect((await drain(deps.current)).map(({ subject }) => subject)).toContain(
      'L’avviso sul tuo account è stato ritirato',
    );
  });

  it('block by the blocks there are, with their appeal, and only whom they chose', async () => {
    const accountId = await cancelling();
    const signal = (await look()).find(({ kind }) => kind === 'cancelling');
    const one = `${base}/${signal?.id}`;
    await admin.get(one);
    await admin.post(one, {
      decision: 'block',
      accounts: [String(accountId), '999999'],
      lastDay: '2026-12-31',
      reason: 'Rivendita.',
    });
    const { rows } = await deps.current.pool.query('SELECT account_id, kind FROM account_block');
    expect(rows).toEqual([{ account_id: accountId, kind: 'abuse' }]);
    const person = await testBrowser(app, deps.current, accountId);
    expect((await person.get('/restrictions')).body).toContain('/restrictions/blocks/');
  });

  it('count false alarms, and are not asked about the same again', async () => {
    await cancelling();
    const signal = (await look()).find(({ kind }) => kind === 'cancelling');
    await network.get(`/network/signals/${signal?.id}`);
    await network.post(`/network/signals/${signal?.id}`, { decision: 'no-matter', reason: 'Cercava una data.' });
    const open = (await look()).filter(({ decision, kind }) => decision === null && kind === 'cancelling');
    expect(open).toEqual([]);
    expect(parse((await network.get('/network/signals')).body).querySelector('main')?.text).toContain('Falsi allarmi');
    deps.current.clock.advance({ days: 91 });
    await signalTasks['forget-signals']?.(deps.current, {});
    expect((await deps.current.pool.query('SELECT FROM signal WHERE decision IS NOT NULL')).rowCount).toBe(0);
    expect((await deps.current.pool.query('SELECT FROM signal_count')).rowCount).toBeGreaterThan(0);
  });

  it('are administrators: of the office for what is its own, of the network for all', async () => {
    const operator = await testBrowser(
      app,
      deps.current,
      await buildRole(deps.current.db, 'operator', office.officeId),
    );
    expect((await operator.get(base)).statusCode).toBe(403);
    expect((await operator.get('/network/signals')).statusCode).toBe(403);
    await cancelling();
    const [signal] = await look();
    const other = await buildOffice(deps.current.db, {});
    const { rows } = await deps.current.pool.query<{ code: string }>('SELECT code FROM office WHERE id = $1', [
      other.officeId,
    ]);
    const elsewhere = await testBrowser(
      app,
      deps.current,
      await buildRole(deps.current.db, 'office-admin', other.officeId),
    );
    expect((await elsewhere.get(`/office/${rows[0]?.code}/signals/${signal?.id}`)).statusCode).toBe(404);
  });

  it('of the network switch the proof of work on for an hour, and off', async () => {
    await network.get('/network/signals');
    await network.post('/network/signals/proof', { wanted: 'on' });
    const stranger = await testBrowser(app, deps.current);
    expect((await stranger.get('/login')).body).toContain('data-proof');
    expect((await network.get('/network/signals')).body).toContain('Accesa fino alle');
    await network.post('/network/signals/proof', { wanted: 'off' });
    expect((await stranger.get('/login')).body).not.toContain('data-proof');
  });
});
