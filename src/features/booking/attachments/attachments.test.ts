import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveRequestedFile } from '#features/offices/index.ts';
import { transact } from '#platform/transaction.ts';
import { ada, bookingApp, errorsOf, type Journey, startForm } from '#test/booking-journey.ts';
import { buildAccount } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { formWith, pdf, png } from '#test/files.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { forgetAttachments } from './forget-attachments.job.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

const small = 65_536;
let people = 0;

async function withFiles(more: { preCheck?: boolean } = {}): Promise<Journey> {
  const journey = await startForm(app, deps.current);
  const { offeringId } = journey.office;
  for (const [code, mandatory] of [
    ['residence', true],
    ['photo', false],
  ] as const) {
    const file = { code, label: { it: code }, hint: null, mandatory, maxBytes: small };
    await transact(deps.current.db, (tx) => saveRequestedFile(tx, { offeringId, id: null, file }));
  }
  if (more.preCheck) await sql`UPDATE offering SET pre_check = true WHERE id = ${offeringId}`.execute(deps.current.db);
  people += 1;
  const familyName = `Prova ${'x'.repeat(people)}`;
  const answer = await journey.browser.post(journey.path, { ...ada, 'people.0.familyName': familyName });
  expect(answer.headers.location).toBe(`${journey.path}/files`);
  return journey;
}

async function send(browser: TestBrowser, page: string, files: Parameters<typeof formWith>[1], fields = {}) {
  const shown = await browser.get(page);
  const token = parse(shown.body).querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  return browser.send({ method: 'POST', url: page, ...(await formWith({ _csrf: token, ...fields }, files)) });
}

async function booked(): Promise<Journey & { booking: string; file: string }> {
  const journey = await withFiles();
  await send(journey.browser, `${journey.path}/files`, { 'files.residence': { name: 'casa.pdf', bytes: pdf } });
  const answer = await journey.browser.post(`${journey.path}/book`, {});
  const booking = answer.headers.location ?? '';
  const page = parse((await journey.browser.get(booking)).body);
  const file = page.querySelector('a[href*="/attachments/"]')?.getAttribute('href') ?? '';
  return { ...journey, booking, file };
}

describe('files sent with a booking', () => {
  it('come before the summary; one that is required must be there', async () => {
    const { browser, path } = await withFiles();
    expect((await browser.get(`${path}/summary`)).headers.location).toBe(`${path}/files?check`);
    const empty = await send(browser, `${path}/files`, {});
    expect([empty.statusCode, Object.keys(errorsOf(empty))]).toEqual([422, ['files-residence']]);
    const good = await send(browser, `${path}/files`, { 'files.residence': { name: 'casa.pdf', bytes: pdf } });
    expect([good.statusCode, good.headers.location]).toEqual([303, `${path}/summary`]);
    expect((await browser.get(`${path}/summary`)).statusCode).toBe(200);
  });

  it('may come later where the office looks at them by a date of its own', async () => {
    const { browser, path } = await withFiles({ preCheck: true });
    expect((await browser.get(`${path}/summary`)).statusCode).toBe(200);
  });

  it('that are all there make it the office’s turn at once; one that lacks, or only wanted ones, do not', async () => {
    const stateOf = async (files: Parameters<typeof formWith>[1]) => {
      const { browser, path } = await withFiles({ preCheck: true });
      await send(browser, `${path}/files`, files);
      const code = (await browser.post(`${path}/book`, {})).headers.location?.split('/').at(-1);
      const { rows } = await sql<{ state: string; due: boolean }>`
        SELECT pre_check AS state, pre_check_due_at IS NOT NULL AS due FROM booking WHERE code = ${code}`.execute(
        deps.current.db,
      );
      return rows[0];
    };
    const residence = { name: 'casa.pdf', bytes: pdf };
    expect(await stateOf({ 'files.residence': residence })).toEqual({ state: 'to-examine', due: false });
    expect(await stateOf({ 'files.photo': { name: 'foto.png', bytes: png } })).toEqual({ state: 'to-send', due: true });
  });

  it('are welcome past the office’s date, while it has not decided and the appointment is ahead', async () => {
    const { browser, booking } = await booked();
    const { db, clock } = deps.current;
    const code = booking.split('/').at(-1);
    const page = `${booking}/attachments`;
    const words = async () => parse((await browser.get(page)).body).querySelector('main')?.text ?? '';
    const set = (state: string, dueAt: Temporal.Instant | null) =>
      sql`UPDATE booking SET pre_check = ${state}, pre_check_since = ${clock.now()}, pre_check_due_at = ${dueAt}
          WHERE code = ${code}`.execute(db);
    await set('to-send', clock.now().add({ seconds: 1 }));
    expect(await words()).toContain('La sede li aspetta entro');
    await set('to-send', clock.now());
    expect(await words()).toContain('puoi mandarli ancora, finché la sede non decide');
    const late = await send(browser, page, { 'files.photo': { name: 'tardi.png', bytes: png } });
    expect([late.statusCode, late.headers.location]).toEqual([303, booking]);
    const shown = (await browser.get(booking)).body;
    for (const part of ['tardi.png', 'puoi mandarli ancora', `href="${page}"`]) expect(shown).toContain(part);
    await set('to-examine', null);
    expect((await browser.get(page)).statusCode).toBe(200);
    await set('fine', null);
    expect((await browser.get(page)).headers.location).toBe(booking);
  });

  it('that are wrong are told one by one, and the good ones are kept', async () => {
    const { browser, path } = await withFiles();
    const answer = await send(browser, `${path}/files`, {
      'files.residence': { name: 'casa.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(small)]) },
      'files.photo': { name: 'foto.png', bytes: png },
    });
    expect(answer.statusCode).toBe(422);
    expect(Object.keys(errorsOf(answer))).toEqual(['files-residence']);
    expect(errorsOf(answer)['files-residence']).toContain('supera');
    expect(answer.body).toContain('foto.png');
    const other = await send(browser, `${path}/files`, {
      'files.residence': { name: 'casa.pdf', bytes: Buffer.from('<html>') },
    });
    expect(errorsOf(other)['files-residence']).toContain('non è un PDF');
  });

  it('are taken from no form but ours', async () => {
    const { browser, path } = await withFiles();
    const answer = await browser.send({
      method: 'POST',
      url: `${path}/files`,
      ...(await formWith({ _csrf: 'made up' }, { 'files.residence': { name: 'casa.pdf', bytes: pdf } })),
    });
    expect(answer.statusCode).toBe(403);
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM attachment WHERE hold_id = ${path.split('/').at(-1)}`.execute(deps.current.db);
    expect(rows[0]?.n).toBe(0);
  });

  it('go with the booking, encrypted, and are saved by their owner only', async () => {
    const { browser, booking, file } = await booked();
    expect(file).toMatch(new RegExp(`^${booking}/attachments/`));
    const saved = await browser.get(file);
    expect(saved.rawPayload.equals(pdf)).toBe(true);
    expect(saved.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="casa.pdf"; filename*=UTF-8''casa.pdf`,
      'x-content-type-options': 'nosniff',
    });
    const row = await deps.current.db.selectFrom('attachment_part').selectAll().execute();
    expect(row.every(({ content }) => !content.includes('%PDF'))).toBe(true);
    const other = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'altra@prova.example'));
    expect((await other.get(file)).statusCode).toBe(404);
    expect((await (await testBrowser(app, deps.current)).get(file)).statusCode).toBe(303);
  });

  it('can be changed from the booking’s page, until the appointment', async () => {
    const { browser, booking } = await booked();
    const page = `${booking}/attachments`;
    const changed = await send(browser, page, { 'files.residence': { name: 'nuova.png', bytes: png } });
    expect([changed.statusCode, changed.headers.location]).toEqual([303, booking]);
    const shown = (await browser.get(booking)).body;
    expect(shown).toContain('nuova.png');
    expect(shown).not.toContain('casa.pdf');
    await sql`UPDATE booking SET starts_at = ${testNow}::timestamptz WHERE code = ${booking.split('/').at(-1)}`.execute(
      deps.current.db,
    );
    expect((await browser.get(page)).headers.location).toBe(booking);
  });

  it('are deleted a month after the visit, and after a day where nothing was booked', async () => {
    await booked();
    const { path } = await withFiles();
    await sql`DELETE FROM attachment WHERE hold_id = ${path.split('/').at(-1)}`.execute(deps.current.db);
    const count = async () =>
      (await sql<{ n: number }>`SELECT count(*)::int AS n FROM attachment`.execute(deps.current.db)).rows[0]?.n ?? 0;
    const before = await count();
    deps.current.clock.set('2027-02-12T09:00:00Z');
    await forgetAttachments(deps.current, {});
    expect(await count()).toBeLessThan(before);
    expect(await count()).toBeGreaterThan(0);
    deps.current.clock.set('2027-02-14T09:00:00Z');
    await forgetAttachments(deps.current, {});
    expect(await count()).toBe(0);
    deps.current.clock.set(testNow);
  });
});
