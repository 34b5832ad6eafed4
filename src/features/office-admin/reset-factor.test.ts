import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);
let made = 0;

/** Somebody who works at the office, and elsewhere too when told so, and has an app that shows codes. */
async function withFactor(elsewhere?: number | null): Promise<number> {
  made += 1;
  const { db, secrets, clock } = deps.current;
  const id = await buildAccount(db, `persa-${made}@prova.example`);
  const places =
    elsewhere === undefined ? [settings.current.office.officeId] : [settings.current.office.officeId, elsewhere];
  for (const place of places)
    await sql`INSERT INTO account_role (account_id, role, office_id)
      VALUES (${id}, ${place === null ? 'auditor' : 'operator'}, ${place})`.execute(db);
  await sql`INSERT INTO authenticator_app (account_id, secret_cipher, added_at)
    VALUES (${id}, ${secrets.encrypt('JBSWY3DPEHPK3PXP')}, ${clock.now()})`.execute(db);
  return id;
}

const path = (id: number) => `${settings.current.base}/people/${id}/second-factor`;
const hasFactor = async (id: number) =>
  (await sql`SELECT FROM authenticator_app WHERE account_id = ${id}`.execute(deps.current.db)).rows.length === 1;

describe('a second factor that was lost', () => {
  it('is removed by the administrator, after a page that says what to make sure of; logins end and the owner is told', async () => {
    const id = await withFactor();
    const theirs = await testBrowser(settings.current.app, deps.current, id);
    const list = parse((await settings.current.admin.get(`${settings.current.base}/people`)).body);
    expect(list.querySelector(`a[href="${path(id)}"]`)).not.toBeNull();
    expect(parse((await settings.current.admin.get(path(id))).body).structuredText).toContain('Accertati');
    const reset = await settings.current.admin.post(path(id), {});
    expect(reset.headers.location).toBe(`${settings.current.base}/people?done=factorReset`);
    expect(await hasFactor(id)).toBe(false);
    expect((await theirs.get(`${settings.current.base}/roles`)).statusCode).toBe(303);
    const { rows } = await sql<{ change: string }>`
      SELECT payload->>'change' AS change FROM outbox WHERE payload->>'accountId' = ${String(id)}`.execute(
      deps.current.db,
    );
    expect(rows.map(({ change }) => change)).toEqual(['reset']);
  });

  it('is not removed by who administers only one of the places where somebody works, nor by oneself', async () => {
    const other = await buildOffice(deps.current.db);
    const elsewhere = await withFactor(other.officeId);
    const auditor = await withFactor(null);
    await settings.current.admin.get(settings.current.base + '/people');
    for (const id of [elsewhere, auditor]) {
      expect((await settings.current.admin.post(path(id), {})).statusCode).toBe(403);
      expect(await hasFactor(id)).toBe(true);
    }
    const network = await settings.current.as('network-admin', null);
    await network.get(path(auditor));
    expect((await network.post(path(auditor), {})).statusCode).toBe(303);
    expect((await settings.current.admin.get(path(settings.current.adminId))).statusCode).toBe(404);
  });
});

describe('what is asked of logins', () => {
  it('is decided for an office, within bounds, and left to the network again', async () => {
    const url = `${settings.current.base}/access-rule`;
    const rule = { secondFactor: 'yes', graceDays: '3', idleMinutes: '20', sharedIdleMinutes: '5' };
    expect((await settings.current.send(url, rule)).to).toBe(`${url}?done=saved`);
    const wrong = await settings.current.send(url, { ...rule, graceDays: '31', idleMinutes: '4' });
    expect(wrong.errors.map((error) => error.split(' ')[0])).toEqual(['#graceDays', '#idleMinutes']);
    const longer = await settings.current.send(url, { ...rule, sharedIdleMinutes: '25' });
    expect(longer.errors).toHaveLength(1);
    expect((await settings.current.send(`${url}/forget`, {}).catch(() => undefined))?.status ?? 303).toBe(303);
    const { rows } = await sql`SELECT FROM access_rule WHERE office_id = ${settings.current.office.officeId}`.execute(
      deps.current.db,
    );
    expect(rows).toEqual([]);
  });
});

describe('the page of who may do what', () => {
  it('shows administrators each person with what they may do here, wherever the role was given; operators see the roles', async () => {
    const id = await withFactor();
    await sql`UPDATE account SET given_name = 'Persona', family_name = 'Chiara' WHERE id = ${id}`.execute(
      deps.current.db,
    );
    const url = `${settings.current.base}/roles`;
    const page = parse((await settings.current.admin.get(url)).body);
    const heads =
      page
        .querySelectorAll('table')[0]
        ?.querySelectorAll('thead th')
        .map((cell) => cell.text.trim()) ?? [];
    const column = heads.indexOf('Persona Chiara');
    expect(column).toBeGreaterThan(0);
    const serves = page
      .querySelectorAll('table')[0]
      ?.querySelectorAll('tbody tr')
      .find((row) => row.text.includes('Segnare arrivi'));
    expect(serves?.querySelectorAll('th, td')[column]?.text.trim()).toBe('Sì');
    const operator = await settings.current.as('operator');
    expect(parse((await operator.get(url)).body).querySelectorAll('table')).toHaveLength(1);
  });
});
