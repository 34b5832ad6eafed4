import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { type BuiltDraw, registrationTools } from '#test/registration-tools.ts';
import { testBrowser, type TestBrowser } from '#test/slice-app.ts';
import { parse } from 'node-html-parser';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = registrationTools(deps);
let draw: BuiltDraw;

beforeEach(async () => {
  deps.current.clock.set(testNow);
  draw = await tools.officeWithDraw({ slots: 2 });
});

const page = () => `/office/${draw.officeCode}/releases/${draw.code}/registrations`;

async function at(role: 'officer' | 'planner-manager'): Promise<TestBrowser> {
  return testBrowser(desk.current.app, deps.current, await buildRole(deps.current.db, role, draw.officeId));
}

const words = async (browser: TestBrowser) => {
  const answer = await browser.get(page());
  expect(answer.statusCode).toBe(200);
  return wordsOf(parse(answer.body));
};

describe('a registration draw at its office', () => {
  it('shows how many registered and nobody’s name before it is drawn', async () => {
    await tools.registered(draw, { people: [tools.somebody({ familyName: 'Segreta' })] });
    const seen = await words(await at('officer'));
    expect(seen).toContain('una persona con un biglietto');
    expect(seen).not.toContain('Segreta');
    const { rows } = await sql`SELECT FROM audit_entry WHERE action = 'see-registrations'`.execute(deps.current.db);
    expect(rows).toEqual([]);
  });

  it('shows names and appointments afterwards to those who may see bookings, and pseudonyms to others', async () => {
    await tools.registered(draw, { people: [tools.somebody({ familyName: 'Estratta' })] });
    await tools.registered(draw, { wishes: { weekdays: [7] } });
    await tools.drawn(draw);
    await tools.assigned();
    const seen = await words(await at('officer'));
    expect(seen).toContain('1 con un posto, 1 senza posto');
    expect(seen).toContain('Ada Estratta');
    expect(seen).toContain('nessuno andava bene');
    expect(await words(await at('planner-manager'))).not.toContain('Estratta');
  });

  it('is called off by who plans, with a reason, and never once it is drawn', async () => {
    await tools.registered(draw);
    const [officer, planner] = [await at('officer'), await at('planner-manager')];
    await officer.get(page());
    expect((await officer.post(`${page()}/cancel`, { reason: 'no' })).statusCode).toBe(403);
    await planner.get(page());
    expect((await planner.post(`${page()}/cancel`, { reason: ' ' })).statusCode).toBe(422);
    const done = await planner.post(`${page()}/cancel`, { reason: 'Sciopero' });
    expect(done.headers.location).toBe(`${page()}?told=1`);
    expect(await words(planner)).toContain('Annullato');
    const other = await tools.officeWithDraw({ slots: 1 });
    draw = other;
    await tools.registered(other);
    await tools.drawn(other);
    const second = await at('planner-manager');
    await second.get(page());
    expect((await second.post(`${page()}/cancel`, { reason: 'Tardi' })).statusCode).toBe(409);
  });

  it('takes in the release of another office, by who plans for both, until somebody has registered', async () => {
    const { db } = deps.current;
    const near = await buildOffice(db, { slots: 1 });
    const { rows } = await sql<{ code: string }>`
      INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, created_at)
      SELECT 'batch-near-' || ${near.plannerId}::int, ${near.plannerId}, 'batch', gated_from, gated_to, '2027-01-14', '2027-01-14', 1, created_at
      FROM room WHERE id = ${draw.roomId} RETURNING code`.execute(db);
    const code = rows[0]?.code ?? '';
    const id = await buildRole(db, 'planner-manager', draw.officeId);
    const alsoAt = (officeId: number) =>
      sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${id}, 'planner-manager', ${officeId})`.execute(
        db,
      );
    const alone = await testBrowser(desk.current.app, deps.current, id);
    await alone.get(page());
    expect((await alone.post(`${page()}/offices`, { code })).statusCode).toBe(403);
    await alsoAt(near.officeId);
    const both = await testBrowser(desk.current.app, deps.current, id);
    expect(await words(both)).toContain(near.officeCode);
    expect((await both.post(`${page()}/offices`, { code })).headers.location).toContain('news=added');
    await tools.registered(draw, { offices: [near, draw] });
    const third = await buildOffice(db, { slots: 1 });
    await sql`
      INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, created_at)
      SELECT 'batch-third', ${third.plannerId}, 'batch', gated_from, gated_to, '2027-01-14', '2027-01-14', 1, created_at
      FROM room WHERE id = ${draw.roomId}`.execute(db);
    await alsoAt(third.officeId);
    const late = await testBrowser(desk.current.app, deps.current, id);
    await late.get(page());
    expect((await late.post(`${page()}/offices`, { code: 'batch-third' })).headers.location).toContain('alreadyJoined');
  });

  it('registers somebody who calls, with the same chances; no account is needed for a seat', async () => {
    const officer = await at('officer');
    const seen = parse((await officer.get(`${page()}/new`)).body);
    expect(wordsOf(seen)).toContain('stesse possibilità');
    const person = {
      'people.0.relationship': 'self',
      'people.0.givenName': 'Ada',
      'people.0.familyName': 'Telefono',
      'people.0.birthDate': '05/05/1980',
    };
    const rest = { channel: 'phone', language: 'it', email: '', phone: '', party: '1' };
    const wrong = await officer.post(`${page()}/new`, { ...rest, weekdays: [] });
    expect(wrong.statusCode).toBe(422);
    const sent = await officer.post(`${page()}/new`, { ...rest, ...person, weekdays: ['1', '2', '3', '4', '5'] });
    expect(sent.headers.location).toBe(`${page()}?entered=1`);
    await tools.drawn(draw);
    await tools.assigned();
    const { rows } = await sql<{ channel: string; account: number | null }>`
      SELECT channel, account_id AS account FROM booking WHERE planner_id = ${draw.plannerId}`.execute(deps.current.db);
    expect(rows).toEqual([{ channel: 'phone', account: null }]);
  });
});
