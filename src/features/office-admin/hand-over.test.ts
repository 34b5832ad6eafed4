import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { rolesAt } from '#features/identity/index.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);
const path = () => `${settings.current.base}/hand-over`;

let made = 0;

/** Somebody who works at the office and can log in. */
async function colleague(role = 'operator'): Promise<number> {
  made += 1;
  const { db } = deps.current;
  const id = await buildAccount(db, `collega-${made}@prova.example`);
  await sql`UPDATE account SET password_hash = 'x' WHERE id = ${id}`.execute(db);
  const { officeId } = settings.current.office;
  await sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${id}, ${role}, ${officeId})`.execute(db);
  return id;
}

const rolesOf = (accountId: number) =>
  rolesAt(deps.current.db, { accountId, officeId: settings.current.office.officeId });

async function ask(to: number, keeps: string[] = []) {
  await settings.current.admin.get(path());
  return settings.current.admin.post(path(), { to: String(to), keeps });
}

const browserOf = (accountId: number) => testBrowser(settings.current.app, deps.current, accountId);

async function latest(): Promise<number> {
  const { rows } = await sql<{ id: number }>`SELECT max(id) AS id FROM office_hand_over`.execute(deps.current.db);
  return rows[0]?.id ?? 0;
}

async function answer(browser: TestBrowser, id: number, text: 'accepted' | 'declined') {
  await browser.get(`/profile/hand-overs/${id}`);
  return browser.post(`/profile/hand-overs/${id}`, { answer: text });
}

describe('handing an office over', () => {
  it('changes nothing before the other has said yes; no is told, and changes nothing either', async () => {
    const to = await colleague();
    expect((await ask(to, ['operator'])).headers.location).toBe(`${path()}?done=asked`);
    expect(await rolesOf(to)).toEqual(['operator']);
    const twice = await ask(await colleague());
    expect(twice.statusCode).toBe(422);
    const other = await browserOf(to);
    const id = await latest();
    await answer(other, id, 'declined');
    expect(await rolesOf(to)).toEqual(['operator']);
    expect(parse((await other.get(`/profile/hand-overs/${id}`)).body).structuredText).toContain('Hai detto di no');
  });

  it('is not answered by somebody else, nor twice, nor once withdrawn or after two weeks', async () => {
    const [to, stranger] = [await colleague(), await colleague()];
    await ask(to);
    const id = await latest();
    const wrong = await browserOf(stranger);
    expect((await wrong.get(`/profile/hand-overs/${id}`)).statusCode).toBe(404);
    await wrong.get('/profile/hand-overs/1');
    await wrong.post(`/profile/hand-overs/${id}`, { answer: 'accepted' });
    expect(await rolesOf(stranger)).toEqual(['operator']);
    await settings.current.admin.get(path());
    const gone = await settings.current.admin.post(`${path()}/withdraw`, {});
    expect(gone.headers.location).toBe(`${path()}?done=withdrawn`);
    await answer(await browserOf(to), id, 'accepted');
    expect(await rolesOf(to)).toEqual(['operator']);
  });

  it('is not asked of who does not work there, cannot log in, or administers the office already', async () => {
    const outside = await buildAccount(deps.current.db, 'fuori@prova.example');
    expect((await ask(outside)).statusCode).toBe(422);
    expect((await ask(await colleague('office-admin'))).statusCode).toBe(422);
    expect((await settings.current.admin.post(path(), {})).statusCode).toBe(422);
  });

  it('accepted, makes the one administrator, and the other what they chose to stay', async () => {
    const to = await colleague();
    await ask(to, ['operator', 'network-admin']);
    const id = await latest();
    const other = await browserOf(to);
    await answer(other, id, 'accepted');
    expect(await rolesOf(to)).toEqual(['office-admin', 'operator']);
    const { rows } = await sql<{ action: string }>`
      SELECT action FROM audit_entry WHERE action LIKE '%hand-over' ORDER BY id DESC LIMIT 1`.execute(deps.current.db);
    expect(rows[0]?.action).toBe('accept-hand-over');
    // Whoever left is let in as an operator, and no longer to the settings.
    expect((await settings.current.admin.get(path())).statusCode).toBe(403);
    expect((await settings.current.admin.get(`${settings.current.base}/roles`)).statusCode).toBe(200);
  });
});
