import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../../../app.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;
let parent: BuiltOffice;
let site: BuiltOffice;
let other: BuiltOffice;
let operator: TestBrowser;

beforeAll(async () => {
  const { db } = deps.current;
  app = await createApp(deps.current);
  parent = await buildOffice(db, { slots: 3, from: '2026-11-22T12:00:00Z' });
  site = await buildOffice(db, { slots: 3, from: '2026-11-22T12:00:00Z', zone: 'America/New_York' });
  other = await buildOffice(db, { slots: 3, from: '2026-11-22T12:00:00Z' });
  await sql`UPDATE office SET parent_id = ${parent.officeId}, site_kind = 'honorary' WHERE id = ${site.officeId}`.execute(
    db,
  );
  const id = await buildRole(db, 'operator', parent.officeId);
  await sql`UPDATE account_role SET with_sites = true WHERE account_id = ${id}`.execute(db);
  operator = await testBrowser(app, deps.current, id);
  return () => app.close();
});

const textOf = (body: string) => parse(body).querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '';

describe('an operator of an office and its sites', () => {
  it('chooses among them, with how many appointments each has today', async () => {
    await tools.newBooking(parent);
    await tools.newBooking(site);
    await tools.newBooking(site, { slot: 1 });
    const page = await operator.get('/office');
    expect(textOf(page.body)).toMatch(
      new RegExp(`${parent.officeCode}.*Oggi 1 appuntamento.*${site.officeCode}.*Oggi 2 appuntamenti`),
    );
    expect(page.body).not.toContain(other.officeCode);
  });

  it('switches between them from every page of an office', async () => {
    const agenda = parse((await operator.get(`/office/${site.officeCode}/agenda`)).body);
    const links = agenda.querySelectorAll('.t-office-switch a').map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      `/office/${parent.officeCode}/agenda`,
      `/office/${site.officeCode}/agenda`,
      '/office/agenda',
    ]);
  });

  it('sees one day of all of them, each at its own hours, and nothing of others', async () => {
    const { code } = await tools.newBooking(other);
    const page = await operator.get('/office/agenda?date=2026-11-22');
    const text = textOf(page.body);
    expect(text).toContain('Domenica 22 novembre 2026: 3 appuntamenti nelle sedi dove lavori');
    expect(text).toContain('07:00');
    expect(text).toContain('12:00');
    expect(page.body).not.toContain(code);
    expect((await operator.get('/office/agenda?date=2026-02-31')).statusCode).toBe(422);
  });

  it('is not a citizen, and whoever works at one office has no switch', async () => {
    const { db } = deps.current;
    const citizen = await testBrowser(app, deps.current, await tools.newAccount());
    expect((await citizen.get('/office/agenda')).statusCode).toBe(403);
    const single = await testBrowser(app, deps.current, await buildRole(db, 'operator', other.officeId));
    const agenda = parse((await single.get(`/office/${other.officeCode}/agenda`)).body);
    expect(agenda.querySelector('.t-office-switch')).toBeNull();
  });
});
