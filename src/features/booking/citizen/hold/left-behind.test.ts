import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveRequestedFile } from '#features/offices/index.ts';
import { transact } from '#platform/transaction.ts';
import { ada, bookingApp, type Journey, shown, startForm, takeSeat } from '#test/booking-journey.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { formWith, pdf } from '#test/files.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

async function filled(): Promise<Journey> {
  const journey = await startForm(app, deps.current);
  const { browser, path, office } = journey;
  const file = { code: 'residence', label: { it: 'residence' }, hint: null, mandatory: true, maxBytes: 65_536 };
  await transact(deps.current.db, (tx) => saveRequestedFile(tx, { offeringId: office.offeringId, id: null, file }));
  await browser.post(path, { ...ada, notes: 'Una cosa mia', 'people.0.answers.height': '180' });
  const page = await browser.get(`${path}/files`);
  const token = parse(page.body).querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  const sent = await formWith({ _csrf: token }, { 'files.residence': { name: 'casa.pdf', bytes: pdf } });
  await browser.send({ method: 'POST', url: `${path}/files`, ...sent });
  expect(await filesOf(path)).toBe(1);
  return journey;
}

async function filesOf(path: string): Promise<number | undefined> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM attachment WHERE hold_id = ${path.split('/').at(-1)}`.execute(deps.current.db);
  return rows[0]?.n;
}

describe('what was left behind with a seat', () => {
  it('goes on, words and files, with the next one of the same service and office', async () => {
    const { browser, path, office } = await filled();
    const next = await takeSeat(browser, office, 1);
    expect([await filesOf(path), await filesOf(next)]).toEqual([0, 1]);
    expect(shown(await browser.get(next), 'notes')).toBe('Una cosa mia');
  });

  it('does not reach another office, except for who comes', async () => {
    const { browser, path } = await filled();
    const next = await takeSeat(browser, await buildOffice(deps.current.db));
    expect([await filesOf(path), await filesOf(next)]).toEqual([1, 0]);
    const form = await browser.get(next);
    expect(shown(form, 'people.0.givenName')).toBe('Ada');
    expect(shown(form, 'notes')).toBe('');
    const { rows } = await sql<{ draft: Buffer }>`SELECT draft FROM hold WHERE id = ${next.split('/').at(-1)}`.execute(
      deps.current.db,
    );
    const kept = Object.keys(JSON.parse(deps.current.secrets.decrypt(rows[0]?.draft ?? Buffer.alloc(0))) as object);
    expect(kept).not.toContain('people.0.answers.height');
    expect(kept).not.toContain('privacy');
  });
});
