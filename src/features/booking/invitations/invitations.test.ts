import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { ada, bodyOf, bookingApp, errorsOf, seatOf } from '#test/booking-journey.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { testBrowser, type TestBrowser } from '#test/slice-app.ts';
import { cancelByOffice } from '../cancel.ts';
import { invitationsOf } from './invitation.query.ts';
import { type Invited, makeInvitations, revokeInvitation } from './make-invitations.ts';

const deps = useDeps();
let app: FastifyInstance;
let people = 0;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

const nobody: Invited = { person: null, email: null };

async function invited(list: readonly Invited[] = [nobody]): Promise<BuiltOffice & { codes: string[]; admin: number }> {
  const { db, secrets, clock } = deps.current;
  clock.set(testNow);
  const office = await buildOffice(db, { capacity: 5, slots: 3 });
  await sql`UPDATE offering SET invite_only = true WHERE id = ${office.offeringId}`.execute(db);
  const admin = await buildRole(db, 'office-admin', office.officeId);
  const validUntil = clock.now().add({ hours: 48 });
  await transact(db, (tx) =>
    makeInvitations(tx, secrets, {
      offeringId: office.offeringId,
      invited: list,
      note: 'Porta il decreto',
      validUntil,
      write: true,
      language: null,
      operatorId: admin,
      now: clock.now(),
    }),
  );
  const codes = (await listed(office)).map(({ code }) => code);
  return { ...office, codes, admin };
}

function listed({ offeringId }: BuiltOffice) {
  const { db, secrets, clock } = deps.current;
  return invitationsOf(db, secrets, { offeringId, now: clock.now(), most: 10 });
}

async function somebody(): Promise<TestBrowser> {
  people += 1;
  const account = await buildAccount(deps.current.db, `invited-${people}@prova.example`);
  return testBrowser(app, deps.current, account);
}

async function enter(browser: TestBrowser, office: BuiltOffice, code: string) {
  const page = `/offices/${office.officeCode}/passport/invitation`;
  await browser.get(page);
  return browser.post(page, { code });
}

async function book(browser: TestBrowser, office: BuiltOffice): Promise<string> {
  const held = await browser.post('/holds', seatOf(office));
  const path = held.headers.location ?? '';
  await browser.get(path);
  people += 1;
  await browser.post(path, { ...ada, 'people.0.familyName': `Prova ${'x'.repeat(people)}` });
  const answer = await browser.post(`${path}/book`, {});
  return answer.headers.location?.split('/').at(-1) ?? '';
}

describe('a service by invitation', () => {
  it('gives no seat without a code, and says how to come by one', async () => {
    const office = await invited();
    const browser = await somebody();
    await browser.get('/form');
    const answer = await browser.post('/holds', seatOf(office));
    expect(answer.statusCode).toBe(403);
    expect(bodyOf(answer).querySelector(`a[href="/offices/${office.officeCode}/passport/invitation"]`)).not.toBeNull();
    const wrong = await enter(browser, office, 'ABCDEFGH');
    expect([wrong.statusCode, Object.keys(errorsOf(wrong))]).toEqual([422, ['code']]);
  });

  it('is booked once with a code, typed as people type', async () => {
    const office = await invited();
    const [code = ''] = office.codes;
    const browser = await somebody();
    const entered = await enter(browser, office, ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `);
    expect([entered.statusCode, entered.headers.location]).toEqual([303, `/offices/${office.officeCode}/passport`]);
    const booking = await book(browser, office);
    expect((await listed(office))[0]).toMatchObject({ state: 'used', bookingCode: booking });
    const other = await somebody();
    expect(errorsOf(await enter(other, office, code))['code']).toContain('già');
  });

  it('is held by one at a time with one code', async () => {
    const office = await invited();
    const [code = ''] = office.codes;
    const [first, second] = [await somebody(), await somebody()];
    await enter(first, office, code);
    await enter(second, office, code);
    expect((await first.post('/holds', seatOf(office, 0))).statusCode).toBe(303);
    expect((await second.post('/holds', seatOf(office, 1))).statusCode).toBe(403);
    // Another time for the same person is no second use.
    expect((await first.post('/holds', seatOf(office, 2))).statusCode).toBe(303);
  });

  it('is closed again by an invitation that is taken back or over', async () => {
    const office = await invited([nobody, nobody]);
    const { db, clock } = deps.current;
    const [newest] = await listed(office);
    const browser = await somebody();
    await enter(browser, office, newest?.code ?? '');
    const revoke = { offeringId: office.offeringId, id: newest?.id ?? 0, now: clock.now() };
    expect(await transact(db, (tx) => revokeInvitation(tx, revoke))).toMatchObject({ revoked: true });
    expect((await browser.post('/holds', seatOf(office))).statusCode).toBe(403);
    await sql`UPDATE invitation SET valid_until = ${testNow}`.execute(db);
    const late = await enter(browser, office, office.codes[1] ?? '');
    expect(errorsOf(late)['code']).toContain('scaduto');
  });

  it('can be booked anew with the same code when the office cancels', async () => {
    const office = await invited();
    const browser = await somebody();
    await enter(browser, office, office.codes[0] ?? '');
    const code = await book(browser, office);
    const { db, secrets, clock } = deps.current;
    const { id } = await db.selectFrom('booking').select('id').where('code', '=', code).executeTakeFirstOrThrow();
    const wish = { bookingId: id, operatorId: office.admin, reason: 'Sede chiusa', now: clock.now() };
    expect(await transact(db, (tx) => cancelByOffice(tx, secrets, wish))).toMatchObject({ ok: true });
    expect((await listed(office))[0]).toMatchObject({ state: 'unused', bookingCode: null });
  });

  it('makes one booking, however many come with its code in the same instant', async () => {
    for (let round = 0; round < 4; round += 1) {
      const office = await invited();
      const browsers = await Promise.all([somebody(), somebody(), somebody(), somebody()]);
      for (const browser of browsers) await enter(browser, office, office.codes[0] ?? '');
      const held = await Promise.all(browsers.map((browser, slot) => browser.post('/holds', seatOf(office, slot % 3))));
      const paths = held.map(({ headers }) => headers.location ?? '');
      await Promise.all(
        browsers.map(async (browser, index) => {
          const path = paths[index] ?? '';
          if (!path.startsWith('/holds/')) return;
          await browser.get(path);
          people += 1;
          await browser.post(path, { ...ada, 'people.0.familyName': `Prova ${'x'.repeat(people)}` });
          await browser.post(`${path}/book`, {});
        }),
      );
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM booking WHERE office_id = ${office.officeId}`.execute(deps.current.db);
      expect(rows[0]?.n).toBeLessThanOrEqual(1);
    }
  });

  it('keeps codes, names and addresses out of the database’s reach', async () => {
    const office = await invited([{ person: 'Ugo Esempio', email: 'ugo@posta.example' }]);
    const rows = await deps.current.db.selectFrom('invitation').selectAll().execute();
    const stored = JSON.stringify(
      rows.map((row) => Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value))),
    );
    for (const word of ['Ugo', 'posta.example', office.codes[0] ?? '', 'decreto']) expect(stored).not.toContain(word);
    const { rows: asked } = await sql<{ kind: string }>`
      SELECT payload ->> 'kind' AS kind FROM outbox WHERE payload ? 'invitationId'`.execute(deps.current.db);
    expect(asked).toEqual([{ kind: 'invitation' }]);
  });
});
