import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { book } from '#features/booking/index.ts';
import { createApp } from '../../../../app.ts';
import { purposeOf } from './purpose.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;
let office: BuiltOffice;
let owner = 0;
let operator = 0;
let code = '';

beforeAll(async () => {
  const { db, secrets } = deps.current;
  app = await createApp(deps.current);
  office = await buildOffice(db);
  owner = await buildAccount(db, 'owner@prova.example');
  operator = await buildRole(db, 'office-admin', office.officeId);
  const holdId = await tools.heldId(office, { kind: 'account', accountId: owner });
  const booked = await db.transaction().execute((tx) => book(tx, secrets, tools.request(holdId, owner)));
  if (!booked.ok) throw new Error(booked.reason);
  ({ code } = booked);
});
afterAll(() => app.close());

async function linesOf(accountId: number): Promise<string[]> {
  const browser = await testBrowser(app, deps.current, accountId);
  const answer = await browser.get('/profile/seen');
  expect(answer.statusCode).toBe(200);
  return parse(answer.body)
    .querySelectorAll('tbody tr')
    .map((row) => row.text.replaceAll(/\s+/g, ' ').trim());
}

describe('who has seen my data', () => {
  it('says who opened an appointment, its day, a list it was on or the account, when and why; and nobody else’s', async () => {
    expect(await linesOf(owner)).toEqual([]);
    const desk = await testBrowser(app, deps.current, operator);
    const at = `/office/${office.officeCode}`;
    const { rows } = await sql<{ day: string }>`
      SELECT (b.starts_at AT TIME ZONE o.time_zone)::date::text AS day FROM booking b JOIN office o ON o.id = b.office_id
      WHERE b.code = ${code}`.execute(deps.current.db);
    const day = rows[0]?.day ?? '';
    for (const path of [
      `/bookings/${code}`,
      `/bookings/${code}`,
      `/agenda?date=${day}`,
      '/agenda?date=2027-06-01',
      `/mass/new?from=${day}&to=${day}`,
      `/accounts/${owner}`,
    ])
      expect((await desk.get(`${at}${path}`)).statusCode, path).toBe(200);
    await desk.get(`${at}/search`);
    await desk.post(`${at}/search`, { q: 'Rossi' });
    const lines = await linesOf(owner);
    expect(lines.filter((line) => line.includes('Ha aperto la prenotazione') && line.includes('2 volte'))).toHaveLength(
      1,
    );
    expect(lines.filter((line) => line.includes('Ha aperto l’agenda'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('Ha aperto una selezione'))).toHaveLength(1);
    expect(
      lines.filter((line) => line.includes('Ha aperto un account') && line.includes('Il tuo profilo')),
    ).toHaveLength(1);
    expect(lines.every((line) => line.includes('Per ') || line.includes('Perché'))).toBe(true);
    const stranger = await buildAccount(deps.current.db, 'stranger@prova.example');
    expect(await linesOf(stranger)).toEqual([]);
  });

  it('names who works there only where the office signs with names', async () => {
    expect((await linesOf(owner)).join()).not.toContain('Ada');
    await sql`UPDATE office SET names_operator = true WHERE id = ${office.officeId}`.execute(deps.current.db);
    await sql`UPDATE account SET given_name = 'Adalgisa' WHERE id = ${operator}`.execute(deps.current.db);
    expect((await linesOf(owner)).join()).toContain('Adalgisa, ');
  });

  it('is in the file of all one’s data, and asks for a login', async () => {
    const browser = await testBrowser(app, deps.current, owner);
    const data = (await browser.get('/profile/data')).json<{ openedBy: { action: string }[]; messages: unknown[] }>();
    expect(data.openedBy.map(({ action }) => action)).toContain('see-booking');
    expect(data.messages).toEqual([]);
    const nobody = await testBrowser(app, deps.current);
    expect((await nobody.get('/profile/seen')).headers.location).toContain('/login');
  });

  it('has a reason for each kind of action', () => {
    const reasons = {
      'see-agenda': 'day',
      'examine-fine': 'examine',
      'clearance-granted': 'clearance',
      'read-help': 'answer',
      'search-accounts': 'find',
      'see-registrations': 'draw',
      'merge-accounts': 'account',
      'see-booking': 'change',
    };
    expect(Object.keys(reasons).map((action) => purposeOf(action))).toEqual(Object.values(reasons));
  });
});
