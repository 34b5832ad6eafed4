import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import { siteTasks } from './forget-reports.job.ts';
import { addSitePages, closeReport, listReports, saveSiteOwner } from './index.ts';

const path = '/accessibility/report';
const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await sliceApp(deps.current, addSitePages);
  return () => app.close();
});

async function send(fields: Record<string, string>) {
  const browser = await testBrowser(app, deps.current);
  await browser.get(path);
  return browser.post(path, fields);
}

const outbox = () => deps.current.db.selectFrom('outbox').select('payload').where('task', '=', 'notify').execute();

describe('a report on accessibility', () => {
  it('is taken from somebody without name, and its number is told', async () => {
    const response = await send({ page: 'Scegli l’ora', problem: 'Non leggo gli orari.\r\nSono grigi.' });
    expect(response.statusCode).toBe(303);
    const [report] = await listReports(deps.current.db, deps.current.secrets, 10);
    expect(report).toMatchObject({
      problem: 'Non leggo gli orari.\nSono grigi.',
      tools: null,
      email: null,
      answer: null,
    });
    const thanks = await app.inject({ url: response.headers.location ?? '', headers: { 'accept-language': 'it' } });
    expect(thanks.body).toContain(`la segnalazione ${report?.id}`);
  });

  it('is not readable in the database', async () => {
    const rows = await deps.current.db.selectFrom('accessibility_report').select('content').execute();
    expect(rows.map(({ content }) => content.toString('latin1')).join()).not.toContain('orari');
  });

  it('is written about to the site’s address once there is one', async () => {
    expect(await outbox()).toEqual([]);
    const owner = {
      ...{ name: null, address: null, phone: null, dpo: null, accessibilityEmail: null, securityContact: null },
      ...{ sourceUrl: null, email: 'ente@turno.example' },
    };
    const now = deps.current.clock.now();
    await transact(deps.current.db, (tx) => saveSiteOwner(tx, { owner, accountId: null, seen: null, now }));
    await send({ page: 'Calendario', problem: 'Il fuoco sparisce.', tools: 'NVDA', email: ' Ada@Posta.example ' });
    expect((await outbox()).map(({ payload }) => payload)).toEqual([
      { kind: 'accessibility-report', reportId: expect.any(Number) as number },
    ]);
  });

  it.each([
    [{ page: '', problem: '' }, ['#page', '#problem']],
    [{ page: 'x'.repeat(301), problem: 'x'.repeat(3001) }, ['#page', '#problem']],
    [{ page: 'x', problem: 'x', email: 'nessuna' }, ['#email']],
  ])('says beside each field what is wrong', async (fields, wrong) => {
    const response = await send(fields);
    expect(response.statusCode).toBe(422);
    const links = parse(response.body).querySelectorAll('[data-error-summary] a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(wrong);
  });

  it('shows no number that is none', async () => {
    const response = await app.inject({ url: `${path}?sent=%3Cb%3E`, headers: { 'accept-language': 'it' } });
    expect(response.body).toContain('In quale pagina?');
  });

  it('is answered once, to whoever left an address, and forgotten a year later', async () => {
    const { db, secrets, clock } = deps.current;
    const report = (await listReports(db, secrets, 10)).find(({ email }) => email === 'ada@posta.example');
    const accountId = await buildAccount(db, 'redazione@turno.example');
    const now = clock.now();
    const id = report?.id ?? 0;
    const close = () =>
      transact(db, (tx) => closeReport(tx, secrets, { id, answer: 'Corretto: grazie.', accountId, now }));
    expect(await close()).toEqual({ ok: true });
    expect(await close()).toEqual({ ok: false, reason: 'closed-already' });
    expect((await outbox()).map(({ payload }) => payload)).toContainEqual({
      kind: 'accessibility-answer',
      reportId: id,
    });
    clock.advance({ hours: 366 * 24 });
    await siteTasks['site-cleanup']?.(deps.current, undefined);
    const left = await listReports(db, secrets, 10);
    expect(left.map((one) => one.email)).not.toContain('ada@posta.example');
    expect(left.length).toBeGreaterThan(0);
  });
});
