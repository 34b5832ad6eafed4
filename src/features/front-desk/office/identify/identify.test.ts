import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { isIdentified } from '#features/identity/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../../../app.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;
let office: BuiltOffice;
let operatorId: number;
let operator: TestBrowser;

beforeAll(async () => {
  const { db } = deps.current;
  app = await createApp(deps.current);
  office = await buildOffice(db, { slots: 6, capacity: 5 });
  operatorId = await buildRole(db, 'operator', office.officeId);
  operator = await testBrowser(app, deps.current, operatorId);
  return () => app.close();
});

const textOf = (body: string) => parse(body).querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '';
const at = (path: string) => `/office/${office.officeCode}/${path}`;

describe('identifying a person at the desk', () => {
  it('is done from the booking, with the kind of document, and can be undone', async () => {
    const { db } = deps.current;
    const { code, accountId } = await tools.newBooking(office);
    const booking = textOf((await operator.get(at(`bookings/${code}`))).body);
    expect(booking).toContain('Non ancora scelta');
    expect(booking).toContain('Non verificata');
    const page = textOf((await operator.get(at(`bookings/${code}/identify`))).body);
    expect(page).toContain('Ada Prova');
    expect(page).toContain('5 maggio 1980');
    const done = await operator.post(at('identify/confirm'), { code, how: 'passport', same: 'yes' });
    expect(done.headers.location).toBe(at(`bookings/${code}/identify?done=done`));
    expect(await isIdentified(db, accountId)).toBe(true);
    const shown = textOf((await operator.get(done.headers.location ?? '')).body);
    expect(shown).toContain('Verificata il 22 novembre 2026 (passaporto), da Ada Prova');
    expect((await operator.post(at('identify/confirm'), { code, how: 'passport', same: 'yes' })).statusCode).toBe(409);
    const undone = await operator.post(at('identify/undo'), { code });
    expect(undone.headers.location).toBe(at(`bookings/${code}/identify?done=undone`));
    expect(await isIdentified(db, accountId)).toBe(false);
    const { rows } = await sql<{ action: string }>`
      SELECT action FROM audit_entry WHERE subject = ${`account:${accountId}`} AND action <> 'see-account' ORDER BY id`.execute(
      db,
    );
    expect(rows.map(({ action }) => action)).toEqual(['identify', 'undo-identification']);
    const kept =
      await sql`SELECT FROM identification WHERE account_id = ${accountId} AND undone_by = ${operatorId}`.execute(db);
    expect(kept.rows).toHaveLength(1);
  });

  it('asks for a document and for the comparison', async () => {
    const { code, accountId } = await tools.newBooking(office, { slot: 1 });
    await operator.get(at(`bookings/${code}/identify`));
    const sent = await operator.post(at('identify/confirm'), { code, how: 'library-card' });
    expect(sent.statusCode).toBe(422);
    const errors = parse(sent.body).querySelectorAll('[data-error-summary] a');
    expect(errors.map((link) => link.getAttribute('href'))).toEqual(['#how', '#same']);
    expect(await isIdentified(deps.current.db, accountId)).toBe(false);
  });

  it('finds an account by the whole address only, and nobody vouches for themselves', async () => {
    await buildAccount(deps.current.db, 'giulia.ferri@posta.example');
    await operator.get(at('identify'));
    const found = await operator.post(at('identify'), { email: 'Giulia.Ferri@posta.example' });
    expect(textOf(found.body)).toContain('Ada Prova');
    expect((await operator.post(at('identify'), { email: 'giulia@posta.example' })).statusCode).toBe(422);
    const email = `operator-${office.officeId}@prova.example`;
    const own = await operator.post(at('identify/confirm'), { email, how: 'passport', same: 'yes' });
    expect([own.statusCode, textOf(own.body).includes('Non puoi identificare te stesso')]).toEqual([409, true]);
  });

  it('is not done through a booking of another office', async () => {
    const elsewhere = await buildOffice(deps.current.db, { slots: 1 });
    const { code } = await tools.newBooking(elsewhere);
    await operator.get(at('identify'));
    expect((await operator.get(at(`bookings/${code}/identify`))).statusCode).toBe(404);
    expect((await operator.post(at('identify/confirm'), { code, how: 'passport', same: 'yes' })).statusCode).toBe(404);
  });

  it('tells the office of a booking that another office serves the person', async () => {
    const elsewhere = await buildOffice(deps.current.db);
    const { code, accountId } = await tools.newBooking(office, { slot: 2 });
    await sql`UPDATE account SET office_id = ${elsewhere.officeId} WHERE id = ${accountId}`.execute(deps.current.db);
    const booking = textOf((await operator.get(at(`bookings/${code}`))).body);
    expect(booking).toContain(`${elsewhere.officeCode}: è seguita da un’altra sede`);
  });
});
