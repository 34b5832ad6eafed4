import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bodyOf } from '#test/booking-journey.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../../app.ts';
import { invitationsOf } from './invitation.query.ts';
import { makeInvitations } from './make-invitations.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let code: string;
let date: string;

beforeAll(async () => {
  const { db, secrets, clock } = deps.current;
  app = await createApp(deps.current);
  office = await buildOffice(db, { code: 'cons-invites', capacity: 5, slots: 3 });
  const { offeringId } = office;
  await sql`UPDATE offering SET invite_only = true WHERE id = ${offeringId}`.execute(db);
  const operatorId = await buildRole(db, 'office-admin', office.officeId);
  const now = clock.now();
  const invited = [{ person: null, email: null }];
  const wish = {
    offeringId,
    invited,
    note: null,
    language: null,
    validUntil: now.add({ hours: 48 }),
    write: false,
    operatorId,
    now,
  };
  await transact(db, (tx) => makeInvitations(tx, secrets, wish));
  code = (await invitationsOf(db, secrets, { offeringId, now, most: 1 }))[0]?.code ?? '';
  const { rows } = await sql<{ day: string }>`
    SELECT min(s.day)::text AS day FROM slot s JOIN planner p ON p.id = s.planner_id
    WHERE p.office_id = ${office.officeId}`.execute(db);
  date = rows[0]?.day ?? '';
});
afterAll(() => app.close());

const ask = async (path: string) => (await app.inject(`/api/v1${path}`)).json<Record<string, unknown>>();
const text = async (path: string) => bodyOf(await app.inject(path)).text;
const service = '/offices/cons-invites/services/passport';

describe('a service by invitation tempts nobody who has none', () => {
  it('tells no day and no time without a good code, and why', async () => {
    const none = { horizonEnd: null, nextRelease: null, days: [], inviteOnly: true };
    expect(await ask(`${service}/days`)).toEqual(none);
    expect(await ask(`${service}/days?invitation=ABCDEFGH`)).toEqual(none);
    expect(await ask(`${service}/slots?date=${date}`)).toEqual({ items: [], nextCursor: null, inviteOnly: true });
    const long = await app.inject(`/api/v1${service}/days?invitation=${'x'.repeat(41)}`);
    expect(long.statusCode).toBe(422);
  });

  it('tells all of it with the code, or in the browser it was typed in', async () => {
    expect(await ask(`${service}/days?invitation=${code}`)).toMatchObject({ days: [{ free: 15 }], inviteOnly: true });
    const { items } = await ask(`${service}/slots?date=${date}&invitation=${code}`);
    expect(items).toHaveLength(3);
    const account = await buildAccount(deps.current.db, 'invited@prova.example');
    const browser = await testBrowser(app, deps.current, account);
    await browser.get('/offices/cons-invites/passport/invitation');
    await browser.post('/offices/cons-invites/passport/invitation', { code });
    const days = await browser.get(`/api/v1${service}/days`);
    expect(days.json()).toMatchObject({ days: [{ free: 15 }] });
  });

  it('is in no list of first dates, and its office says that one is invited', async () => {
    expect(await ask('/first-available?service=passport')).toMatchObject({ items: [] });
    expect(await text('/')).toContain('nessun posto libero');
    expect(await text('/offices?service=passport')).toContain('Solo su invito della sede');
    const page = await text('/offices/cons-invites');
    expect(page).toContain('Solo su invito della sede');
    expect(page).toContain('Qui si prenota solo su invito');
    expect(page).not.toContain('Prima data');
  });
});
