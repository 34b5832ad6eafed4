import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { addRule, buildPlanner } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { goodRule, goodSettings, useOfficeDesk, words } from '#test/office-desk.ts';
import { testBrowser } from '#test/slice-app.ts';
import { addPlannerPages } from './routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);

describe('who may edit the planners of an office', () => {
  it('sends strangers to the login page and refuses people of other offices', async () => {
    const id = await desk.current.newPlanner();
    const stranger = await testBrowser(desk.current.app, deps.current);
    const elsewhere = await testBrowser(
      desk.current.app,
      deps.current,
      await buildAccount(deps.current.db, `elsewhere-${id}@prova.example`),
    );
    const clerkId = await buildAccount(deps.current.db, `clerk-${id}@prova.example`);
    await desk.current.giveRole(clerkId, 'operator');
    const clerk = await testBrowser(desk.current.app, deps.current, clerkId);
    const pages = [
      'planners',
      'planners/new',
      `planners/${id}`,
      `planners/${id}/settings`,
      `planners/${id}/rules/new`,
      `planners/${id}/copy-day`,
      `planners/${id}/copy`,
      `planners/${id}/versions`,
      `planners/${id}/publish`,
      `planners/${id}/unpublish`,
      'closures',
      'closures/new',
    ];
    for (const path of pages) {
      const login = await stranger.get(`${desk.current.base}/${path}`);
      expect([login.statusCode, login.headers.location]).toEqual([
        303,
        `/login?next=${encodeURIComponent(`${desk.current.base}/${path}`)}`,
      ]);
      expect((await elsewhere.get(`${desk.current.base}/${path}`)).statusCode).toBe(403);
      expect((await clerk.get(`${desk.current.base}/${path}`)).statusCode).toBe(403);
    }
    const writes = [
      'planners/new',
      `planners/${id}/settings`,
      `planners/${id}/rules/new`,
      `planners/${id}/rules/1/remove`,
      `planners/${id}/publish`,
      `planners/${id}/unpublish`,
      'closures/new',
      'closures/extra',
      'closures/holidays',
      'closures/preview',
      `planners/${id}/rules/1/move`,
      `planners/${id}/preset`,
      `planners/${id}/undo`,
      `planners/${id}/redo`,
      `planners/${id}/copy-day`,
      `planners/${id}/copy`,
      `planners/${id}/versions/1/restore`,
    ];
    for (const path of writes) expect((await clerk.post(`${desk.current.base}/${path}`, {})).statusCode).toBe(403);
  });

  it('knows no planner, rule or closure of another office, nor what is no number', async () => {
    const mine = await desk.current.newPlanner();
    const other = await buildOffice(deps.current.db);
    const theirs = await buildPlanner(deps.current.db, { officeId: other.officeId, offeringIds: [other.offeringId] });
    const { rows } = await sql<{ id: number }>`SELECT id FROM opening_rule WHERE planner_id = ${theirs}`.execute(
      deps.current.db,
    );
    for (const path of [
      `planners/${theirs}`,
      `planners/${theirs}/publish`,
      `planners/${mine}/rules/${rows[0]?.id}`,
      'planners/abc',
      'planners/0',
      'planners/99999999999999',
    ]) {
      expect((await desk.current.manager.get(`${desk.current.base}/${path}`)).statusCode).toBe(404);
    }
    await desk.current.open(`${desk.current.base}/closures`);
    expect((await desk.current.manager.post(`${desk.current.base}/closures/424242/remove`, {})).statusCode).toBe(404);
    expect((await desk.current.manager.get('/office/nowhere/planners')).statusCode).toBe(404);
  });

  it('writes nothing without the token of a page', async () => {
    const id = await desk.current.newPlanner();
    const response = await desk.current.manager.post(`${desk.current.base}/planners/${id}/rules/new`, {
      ...goodRule,
      _csrf: 'wrong',
    });
    expect(response.statusCode).toBe(403);
    expect(response.body).toContain('aperta da troppo tempo');
    expect(
      (await desk.current.manager.post(`${desk.current.base}/planners/${id}/publish`, { _csrf: 'wrong' })).statusCode,
    ).toBe(403);
    expect(await desk.current.count('opening_rule WHERE true', id)).toBe(0);
  });
});

describe('the way from nothing to a published week', () => {
  it('goes through settings, hours and a page that says what will change', async () => {
    expect(words(await desk.current.open(`${desk.current.base}/planners`))).toContain('Non c’è ancora nessun planner');
    const created = await desk.current.send(`${desk.current.base}/planners/new`, {
      ...goodSettings,
      offerings: String(desk.current.office.offeringId),
    });
    expect(created.status).toBe(303);
    const address = created.to.replace('?done=created', '');
    expect(words(await desk.current.open(created.to))).toContain('Planner creato');
    expect(words(await desk.current.open(`${address}/publish`))).toContain('non ha ancora orari');
    expect(
      (
        await desk.current.send(`${address}/rules/new`, {
          ...goodRule,
          'breaks.0.starts': '10:00',
          'breaks.0.ends': '10:20',
        })
      ).to,
    ).toBe(`${address}?done=rule`);
    const overview = words(await desk.current.open(address));
    expect(overview).toContain('lun, mar');
    expect(overview).toContain('09:00–12:00, pausa 10:00–10:20');
    expect(overview).toContain('questo planner non è pubblicato'.replace('q', 'Q'));
    expect(overview).toMatch(/Posti in questa settimana ?32/);
    expect(overview).toMatch(/Lunedì 23 ?16 posti/);

    const review = words(await desk.current.open(`${address}/publish`));
    expect(review).toMatch(/Posti in più ?\d+/);
    expect((await desk.current.manager.post(`${address}/publish`, {})).headers.location).toBe(
      `${address}?done=published`,
    );
    const id = Number(address.split('/').at(-1));
    expect(await desk.current.count('slot WHERE planned = 2', id)).toBe(80);
    const list = words(await desk.current.open(`${desk.current.base}/planners`));
    expect(list).toContain('Pubblicato');
    expect(list).not.toContain('Modifiche da pubblicare');
    const audit = await sql<{
      action: string;
    }>`SELECT action FROM audit_entry WHERE office_id = ${desk.current.office.officeId} ORDER BY id`.execute(
      deps.current.db,
    );
    expect(audit.rows.map((row) => row.action)).toEqual(['create-planner', 'add-opening-rule', 'publish-planner']);
  });

  it('keeps edited hours from citizens until they are published, and shows who is no longer covered', async () => {
    const id = await desk.current.newPlanner();
    const { db } = deps.current;
    await addRule(db, id, { weekdays: [1] });
    const address = `${desk.current.base}/planners/${id}`;
    await desk.current.open(`${address}/publish`);
    await desk.current.manager.post(`${address}/publish`, {});
    await sql`UPDATE slot SET taken = 1 WHERE planner_id = ${id} AND starts_at = '2026-11-23T09:00Z'`.execute(db);
    await sql`
      INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at, party, channel,
                           status, language, confirm_by, cancel_closes_at, created_at)
      SELECT ${`PROVA${id}`}, ${desk.current.office.officeId}, ${desk.current.office.offeringId}, 'passport', ${id}, ARRAY[id], id, starts_at, ends_at, 1, 'web',
             'confirmed', 'it', 'nobody', starts_at, '2026-11-20' FROM slot WHERE planner_id = ${id} AND taken = 1`.execute(
      db,
    );
    const page = await desk.current.open(address);
    const remove = page
      .querySelectorAll('form')
      .map((form) => form.getAttribute('action') ?? '')
      .find((action) => action.endsWith('/remove'));
    expect((await desk.current.manager.post(String(remove), {})).headers.location).toBe(`${address}?done=rule-removed`);
    expect((await desk.current.send(`${address}/rules/new`, goodRule)).status).toBe(303);
    const edit = (await desk.current.open(address))
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href') ?? '')
      .find((href) => /rules\/\d+$/.test(href));
    expect((await desk.current.send(String(edit), { ...goodRule, weekdays: ['2'], desks: '3' })).status).toBe(303);
    expect(words(await desk.current.open(address))).toContain('Modifiche da pubblicare');
    expect(await desk.current.count('slot WHERE planned > 0 AND extract(isodow FROM day) <> 1', id)).toBe(0);

    const review = words(await desk.current.open(`${address}/publish`));
    expect(review).toMatch(/Appuntamenti che perdono il posto ?1/);
    expect(review).toContain(`PROVA${id}`);
    await desk.current.manager.post(`${address}/publish`, {});
    expect(await desk.current.count('slot WHERE planned = 0 AND taken = 1 AND capacity = 1', id)).toBe(1);

    expect(words(await desk.current.open(`${address}/unpublish`))).toContain('I posti liberi spariscono');
    expect((await desk.current.manager.post(`${address}/unpublish`, {})).headers.location).toBe(
      `${address}?done=unpublished`,
    );
    expect(await desk.current.count('slot WHERE open', id)).toBe(0);
  });

  it('makes days at once when the horizon of a published planner grows', async () => {
    const id = await desk.current.newPlanner();
    await addRule(deps.current.db, id, {});
    const address = `${desk.current.base}/planners/${id}`;
    await desk.current.open(`${address}/publish`);
    await desk.current.manager.post(`${address}/publish`, {});
    const before = await desk.current.count('slot WHERE true', id);
    expect(
      (
        await desk.current.send(`${address}/settings`, {
          ...goodSettings,
          offerings: String(desk.current.office.offeringId),
        })
      ).status,
    ).toBe(303);
    expect(await desk.current.count('slot WHERE true', id)).toBe(before + 16 * 3);
  });
});
