import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { peopleWithRoles } from '#features/identity/index.ts';
import { notificationTasks } from '#features/notifications/index.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

const nora = {
  email: 'Nora.Prova@ente.example',
  givenName: 'Nora',
  familyName: 'Prova',
  language: 'it',
  roles: ['operator', 'officer'],
};

const url = () => `${settings.current.base}/people`;
const people = () => peopleWithRoles(deps.current.db, settings.current.office.officeId);
const rolesOf = async (email: string) => (await people()).find((person) => person.email === email)?.roles;

/** What was asked of the letter writer since the last time, and its letters as written rows. */
async function asked(): Promise<{ kind: string; proofId?: string }[]> {
  const { rows } = await sql<{ payload: { kind: string; proofId?: string } }>`
    DELETE FROM outbox WHERE task = 'notify' RETURNING payload`.execute(deps.current.db);
  const notify = notificationTasks(undefined)['notify'];
  for (const { payload } of rows) await notify?.(deps.current, payload);
  return rows.map(({ payload }) => payload);
}

describe('people and roles of an office', () => {
  it('somebody new is added by e-mail and chooses a password from the letter', async () => {
    expect((await settings.current.send(url(), nora)).to).toBe(`${url()}?done=invited`);
    expect(await rolesOf('nora.prova@ente.example')).toEqual(['officer', 'operator']);
    expect((await asked()).map(({ kind }) => kind)).toEqual(['invited']);
    const page = parse((await settings.current.admin.get(url())).body);
    expect(page.structuredText).toContain('Invito inviato, password non ancora scelta');
    const [row] = (
      await sql<{ n: number }>`SELECT count(*)::int AS n FROM message WHERE kind = 'invited'`.execute(deps.current.db)
    ).rows;
    expect(row?.n).toBe(1);
    const id = (await people()).find(({ givenName }) => givenName === 'Nora')?.accountId ?? 0;
    const soon = await settings.current.admin.post(`${url()}/${id}/invite`, {});
    expect(soon.headers.location).toBe(`${url()}?done=too-soon`);
    deps.current.clock.advance({ minutes: 6 });
    const again = await settings.current.admin.post(`${url()}/${id}/invite`, {});
    expect(again.headers.location).toBe(`${url()}?done=sentAgain`);
  });

  it('a registration that was never proved gives way: whoever began it gets no role', async () => {
    const { db } = deps.current;
    await sql`INSERT INTO account (email, password_hash, given_name, family_name, created_at)
      VALUES ('mira@ente.example', 'known to a stranger', 'Stranger', 'Ignoto', '2026-11-01')`.execute(db);
    await settings.current.send(url(), { ...nora, email: 'mira@ente.example', givenName: 'Mira' });
    const mira = (await people()).find((person) => person.email === 'mira@ente.example');
    expect(mira).toMatchObject({ givenName: 'Mira', hasPassword: false });
  });

  it('somebody who has an account gets the role at once and keeps the name', async () => {
    await buildAccount(deps.current.db, 'known@ente.example');
    await asked();
    const added = await settings.current.send(url(), { ...nora, email: 'known@ente.example', roles: 'helper' });
    expect(added.to).toBe(`${url()}?done=added`);
    expect((await people()).find((person) => person.email === 'known@ente.example')?.givenName).toBe('Ada');
    expect((await asked()).map(({ kind }) => kind)).toEqual(['roles-changed']);
    const twice = await settings.current.send(url(), { ...nora, email: 'known@ente.example', roles: 'helper' });
    expect(twice.errors).toEqual(['#roles Questa persona ha già i ruoli che hai scelto.']);
  });

  it('a helper’s role says for whom they work, and may say another', async () => {
    const eva = { ...nora, email: 'eva@patronato.example', roles: 'helper', organisation: ' Patronato Prova ' };
    await settings.current.send(url(), eva);
    expect(parse((await settings.current.admin.get(url())).body).structuredText).toContain('Patronato Prova');
    await settings.current.send(url(), { ...eva, organisation: 'Call center Prova' });
    const helper = (await people()).find(({ email }) => email === 'eva@patronato.example');
    expect(helper).toMatchObject({ roles: ['helper'], organisation: 'Call center Prova' });
    const operator = { ...nora, email: 'altro@ente.example', roles: 'operator', organisation: 'Patronato Prova' };
    await settings.current.send(url(), operator);
    expect((await people()).find(({ email }) => email === 'altro@ente.example')?.organisation).toBeNull();
    const long = await settings.current.send(url(), { ...eva, organisation: 'x'.repeat(101) });
    expect(long.errors).toHaveLength(1);
  });

  it('says what is wrong, and gives no role of the network', async () => {
    expect((await settings.current.send(url(), {})).errors).toHaveLength(5);
    const wrong = await settings.current.send(url(), { ...nora, email: 'nessuno', roles: 'network-admin' });
    expect(wrong.errors).toEqual([
      '#email Scrivi un indirizzo e-mail completo, come nome@esempio.it.',
      '#roles Scegli almeno un ruolo.',
    ]);
  });

  it('a role is taken away, but not the last administrator’s by the office itself', async () => {
    const { adminId, admin } = settings.current;
    await admin.get(url());
    const remove = async (browser: typeof admin, role: string) =>
      (await browser.post(`${url()}/${adminId}/remove`, { role })).headers.location;
    expect(await remove(admin, 'office-admin')).toBe(`${url()}?done=last-admin`);
    expect((await people())[0]?.roles).toEqual(['office-admin']);
    expect((await admin.post(`${url()}/${adminId}/remove`, { role: 'auditor' })).statusCode).toBe(422);
    expect(await remove(admin, 'helper')).toBe(`${url()}?done=not-there`);
    const network = await settings.current.as('network-admin', null);
    await network.get(url());
    expect(await remove(network, 'office-admin')).toBe(`${url()}?done=removed`);
    expect((await admin.get(url())).statusCode).toBe(403);
  });

  it('the network keeps its last administrator', async () => {
    await sql`DELETE FROM account_role WHERE role = 'network-admin'`.execute(deps.current.db);
    await sql`UPDATE account SET email = 'former-' || id || '@prova.example' WHERE email LIKE 'network-admin-%'`.execute(
      deps.current.db,
    );
    const network = await settings.current.as('network-admin', null);
    await network.get('/network/people');
    const [only] = await peopleWithRoles(deps.current.db, null);
    const gone = await network.post(`/network/people/${only?.accountId ?? 0}/remove`, { role: 'network-admin' });
    expect(gone.headers.location).toBe('/network/people?done=last-network-admin');
  });
});

describe('who may do what', () => {
  it('is a table for everybody who works there, with the reader’s roles marked', async () => {
    const helper = await settings.current.as('helper');
    const page = parse((await helper.get(`${settings.current.base}/roles`)).body);
    expect(page.structuredText).toContain('I tuoi ruoli: Intermediario.');
    const row = page.querySelectorAll('tbody tr').find((one) => one.text.startsWith('Prendere in carico'));
    expect(row?.querySelectorAll('td').map((cell) => cell.text.trim())).toEqual([
      'No',
      'Sì',
      'No',
      'Sì',
      'No',
      'Sì',
      'No',
    ]);
  });
});
