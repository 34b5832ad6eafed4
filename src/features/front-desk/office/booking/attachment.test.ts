import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession, type RoleName } from '#features/identity/index.ts';
import { saveRequestedFile } from '#features/offices/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { formWith, pdf } from '#test/files.ts';
import { testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let officeId: number;
let booking: string;
let file: string;
let people = 0;

beforeAll(async () => {
  const { db, secrets, clock } = deps.current;
  app = await createApp(deps.current);
  const office = await buildOffice(db, { code: 'cons-files', capacity: 5, slots: 3 });
  ({ officeId } = office);
  await buildOffice(db, { code: 'cons-other', capacity: 1, slots: 1 });
  const wanted = { code: 'residence', label: { it: 'Residenza' }, hint: null, mandatory: false, maxBytes: 65_536 };
  await transact(db, (tx) => saveRequestedFile(tx, { offeringId: office.offeringId, id: null, file: wanted }));
  const accountId = await buildAccount(db, 'files@prova.example');
  const { token } = await createSession(db, { accountId, secrets, now: clock.now() });
  const headers = { authorization: `Bearer ${token}` };
  const post = (url: string, payload: object | Buffer, more = {}) =>
    app.inject({ method: 'POST', url: `/api/v1${url}`, headers: { ...headers, ...more }, payload });
  const held = await post('/holds', { office: 'cons-files', service: 'passport', slot: office.slots[0], party: 1 });
  const person = { givenName: 'Ada', familyName: 'Prova', birthDate: '1980-05-05', relationship: 'self' };
  const booked = await post('/bookings', {
    hold: held.json<{ id: string }>().id,
    people: [person],
    privacyAccepted: true,
  });
  booking = booked.json<{ code: string }>().code;
  const form = await formWith({}, { residence: { name: 'Casa di Ada.pdf', bytes: pdf } });
  const kept = await post(`/bookings/${booking}/attachments`, form.payload, form.headers);
  file = kept.json<{ items: { id: string }[] }>().items[0]?.id ?? '';
});
afterAll(() => app.close());

async function member(role: RoleName, office: number): Promise<number> {
  const { db } = deps.current;
  people += 1;
  const id = await buildAccount(db, `member-${people}@prova.example`);
  await sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${id}, ${role}, ${office})`.execute(db);
  return id;
}

async function saved(by: { role: RoleName; office: number }, path = `/office/cons-files/bookings/${booking}`) {
  const account = await member(by.role, by.office);
  const browser = await testBrowser(app, deps.current, account);
  return { account, answer: await browser.get(`${path}/attachments/${file}`) };
}

describe('a file sent with a booking', () => {
  it('is saved by an officer, never opened as a page of the site, and who saved it is written down', async () => {
    const { account, answer } = await saved({ role: 'officer', office: officeId });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(pdf)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename=".*pdf"/) as string,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const entries = await deps.current.db
      .selectFrom('audit_entry')
      .select(['action', 'subject', 'office_id as officeId'])
      .where('account_id', '=', account)
      .execute();
    const { id } = await deps.current.db
      .selectFrom('booking')
      .select('id')
      .where('code', '=', booking)
      .executeTakeFirstOrThrow();
    expect(entries).toEqual([{ action: 'download-attachment', subject: `booking:${id}`, officeId }]);
  });

  it('is refused to roles that may not open bookings, to other offices and to strangers', async () => {
    expect((await saved({ role: 'helper', office: officeId })).answer.statusCode).toBe(403);
    const { id: other } = await deps.current.db
      .selectFrom('office')
      .select('id')
      .where('code', '=', 'cons-other')
      .executeTakeFirstOrThrow();
    const elsewhere = { role: 'officer', office: other } as const;
    expect((await saved(elsewhere)).answer.statusCode).toBe(403);
    // Nor by way of their own office, where there is no such booking.
    expect((await saved(elsewhere, `/office/cons-other/bookings/${booking}`)).answer.statusCode).toBe(404);
    const citizen = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'nosy@prova.example'));
    expect((await citizen.get(`/office/cons-files/bookings/${booking}/attachments/${file}`)).statusCode).toBe(403);
    const nobody = await app.inject(`/office/cons-files/bookings/${booking}/attachments/${file}`);
    expect([303, 401, 403]).toContain(nobody.statusCode);
    expect(nobody.headers['content-type']).not.toBe('application/pdf');
  });

  it('is not found by an id that is none, or of no file of this booking', async () => {
    const browser = await testBrowser(app, deps.current, await member('officer', officeId));
    for (const id of ['1', '%00', '0b7f4f6e-6b1c-4c55-9d6e-0d3c6f1f2a11'])
      expect((await browser.get(`/office/cons-files/bookings/${booking}/attachments/${id}`)).statusCode).toBe(404);
  });
});
