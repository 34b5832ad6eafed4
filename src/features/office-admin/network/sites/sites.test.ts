import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { mayDo } from '#features/identity/index.ts';
import { findOffice, searchOffices, sitesOf } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);
let made = 0;

const good = () => {
  made += 1;
  return {
    siteKind: 'honorary',
    code: `cons-prova-${made}`,
    country: 'GB',
    nameIt: 'Consolato onorario a Prova',
    nameEn: 'Honorary consulate in Prova',
    cityIt: 'Prova',
    cityEn: 'Prova',
    timeZone: 'Europe/London',
    languages: ['en'],
    address: 'High Street 1',
  };
};
const sitesUrl = () => `/network/sites/${settings.current.office.officeCode}`;
const network = () => settings.current.as('network-admin', null);

describe('a site under an office', () => {
  it('is added by the network, found by the search, switched off and on again', async () => {
    const browser = await networkAgain();
    const site = good();
    const added = await settings.current.send(sitesUrl(), site, browser);
    expect([added.status, added.to, added.errors]).toEqual([303, `${sitesUrl()}?done=added`, []]);
    const { db } = deps.current;
    expect(await findOffice(db, site.code)).toMatchObject({
      parentId: settings.current.office.officeId,
      siteKind: 'honorary',
      languages: ['it', 'en'],
      timeZone: 'Europe/London',
      active: true,
    });
    const found = async () => (await searchOffices(db, { q: site.code, limit: 5 })).items.map(({ code }) => code);
    expect(await found()).toEqual([site.code]);
    const off = await settings.current.send(`/network/sites/${site.code}/edit`, {}, browser);
    expect(off.status).toBe(422);
    expect((await browser.post(`/network/sites/${site.code}/switch`, { to: 'off' })).statusCode).toBe(303);
    expect(await found()).toEqual([]);
    expect(parse((await browser.get(sitesUrl())).body).structuredText).toContain('Spenta');
    expect((await browser.post(`/network/sites/${site.code}/switch`, { to: 'on' })).statusCode).toBe(303);
    expect(await found()).toEqual([site.code]);
  });

  it('is corrected, but keeps its code and country', async () => {
    const browser = await networkAgain();
    const site = good();
    await settings.current.send(sitesUrl(), site, browser);
    const edit = `/network/sites/${site.code}/edit`;
    const saved = await settings.current.send(
      edit,
      { ...site, siteKind: 'branch', nameIt: 'Sportello a Prova', code: 'x', country: 'FR' },
      browser,
    );
    expect(saved.to).toBe(`${edit}?done=saved`);
    expect(await findOffice(deps.current.db, site.code)).toMatchObject({
      siteKind: 'branch',
      country: 'GB',
      name: { it: 'Sportello a Prova', en: site.nameEn },
    });
  });

  it.each([
    ['a code of another pattern', { code: 'Prova!' }, '#code'],
    ['a code without the prefix', { code: 'hon-prova' }, '#code'],
    ['no name', { nameIt: ' ' }, '#nameIt'],
    ['a zone that is none', { timeZone: 'Europe/Nowhere' }, '#timeZone'],
    ['a country that is none', { country: 'ZZ' }, '#country'],
    ['no kind', { siteKind: '' }, '#siteKind'],
  ])('is not made with %s', async (_what, wrong, field) => {
    const sent = await settings.current.send(sitesUrl(), { ...good(), ...wrong }, await networkAgain());
    expect([sent.status, sent.errors.map((error) => error.split(' ')[0])]).toEqual([422, [field]]);
  });

  it('has a code of its own, and no sites under it', async () => {
    const browser = await networkAgain();
    const site = good();
    await settings.current.send(sitesUrl(), site, browser);
    const twice = await settings.current.send(sitesUrl(), site, browser);
    expect([twice.status, twice.errors]).toEqual([422, ['#code Questo codice è già di un’altra sede.']]);
    expect((await browser.get(`/network/sites/${site.code}`)).statusCode).toBe(404);
    expect((await sitesOf(deps.current.db, settings.current.office.officeId)).length).toBe(1);
  });
});

describe('a role given with the sites', () => {
  it('holds at each of them, also at those added later, and nowhere else', async () => {
    const { db } = deps.current;
    const browser = await networkAgain();
    const first = good();
    await settings.current.send(sitesUrl(), first, browser);
    const people = `${settings.current.base}/people`;
    await sql`UPDATE account_role SET with_sites = true WHERE account_id = ${settings.current.adminId}`.execute(db);
    const invite = {
      email: `ruolo-${made}@prova.example`,
      givenName: 'Carla',
      familyName: 'Prova',
      language: 'it',
      roles: ['operator'],
      withSites: 'yes',
    };
    expect((await settings.current.send(people, invite)).status).toBe(303);
    expect(parse((await settings.current.admin.get(people)).body).structuredText).toContain(
      'anche nelle sedi che ne dipendono',
    );
    const later = good();
    await settings.current.send(sitesUrl(), later, browser);
    const { rows } = await sql<{ id: number }>`SELECT id FROM account WHERE email = ${invite.email}`.execute(db);
    const accountId = rows[0]?.id ?? 0;
    const { siteIds } = await heldBy(accountId);
    const office = settings.current.office.officeId;
    const viewer = { roles: [{ role: 'operator' as const, officeId: office, officeCode: '', siteIds }] };
    for (const code of [first.code, later.code]) {
      const site = await findOffice(db, code);
      expect(mayDo(viewer, site?.id ?? 0, 'serve')).toBe(true);
      expect(mayDo(viewer, site?.id ?? 0, 'edit-office')).toBe(false);
    }
    expect(mayDo(viewer, 999_999, 'serve')).toBe(false);
  });

  it('is not dropped by giving the role again, and is turned off and on in the list', async () => {
    const { db } = deps.current;
    await settings.current.send(sitesUrl(), good(), await networkAgain());
    const people = `${settings.current.base}/people`;
    await sql`UPDATE account_role SET with_sites = true WHERE account_id = ${settings.current.adminId}`.execute(db);
    const email = `ampio-${made}@prova.example`;
    const names = { givenName: 'Carla', familyName: 'Prova', language: 'it', email };
    const { send, admin } = settings.current;
    await send(people, { ...names, roles: ['operator'], withSites: 'yes' });
    await send(people, { ...names, roles: ['operator', 'officer'] });
    const { rows } = await sql<{ id: number }>`SELECT id FROM account WHERE email = ${email}`.execute(db);
    const reach = async () => {
      const held = await sql<{ role: string; wide: boolean }>`
        SELECT role, with_sites AS wide FROM account_role WHERE account_id = ${rows[0]?.id} ORDER BY role`.execute(db);
      return held.rows.map(({ role, wide }) => `${role} ${wide ? 'wide' : 'here'}`);
    };
    expect(await reach()).toEqual(['officer here', 'operator wide']);
    const button = `${people}/${rows[0]?.id}/sites`;
    expect((await admin.get(people)).body).toContain(button);
    const narrowed = await admin.post(button, { role: 'operator', to: 'office-only' });
    expect(narrowed.headers.location).toBe(`${people}?done=office-only`);
    await admin.post(button, { role: 'officer', to: 'with-sites' });
    expect(await reach()).toEqual(['officer wide', 'operator here']);
    expect((await admin.post(button, { role: 'officer', to: 'with-sites' })).headers.location).toContain('not-there');
    expect((await admin.post(button, { role: 'officer', to: 'elsewhere' })).statusCode).toBe(422);
  });

  it('is given by nobody who does not hold one: not to others, nor to oneself', async () => {
    const { db } = deps.current;
    await settings.current.send(sitesUrl(), good(), await networkAgain());
    const people = `${settings.current.base}/people`;
    const { email } = await db
      .selectFrom('account')
      .select('email')
      .where('id', '=', settings.current.adminId)
      .executeTakeFirstOrThrow();
    const names = { givenName: 'Carla', familyName: 'Prova', language: 'it', withSites: 'yes' };
    await settings.current.send(people, { ...names, email, roles: ['office-admin'] });
    await settings.current.send(people, { ...names, email: `altra-${made}@prova.example`, roles: ['operator'] });
    const { rows } = await sql`
      SELECT FROM account_role WHERE with_sites AND office_id = ${settings.current.office.officeId}`.execute(db);
    expect(rows).toEqual([]);
    expect((await settings.current.admin.get(people)).body).not.toContain('withSites');
  });

  async function heldBy(accountId: number): Promise<{ siteIds: number[] }> {
    const { rows } = await sql<{ siteIds: number[] }>`
      SELECT (SELECT array_agg(c.id) FROM office c WHERE c.parent_id = r.office_id) AS "siteIds"
      FROM account_role r WHERE r.account_id = ${accountId} AND r.with_sites`.execute(deps.current.db);
    return rows[0] ?? { siteIds: [] };
  }
});

/** The network's administrator of these tests has one account, whichever test makes it first. */
async function networkAgain() {
  await sql`DELETE FROM account_role WHERE role = 'network-admin'`.execute(deps.current.db);
  await sql`UPDATE account SET email = 'earlier-' || id || '@prova.example' WHERE email LIKE 'network-admin-%'`.execute(
    deps.current.db,
  );
  return network();
}
