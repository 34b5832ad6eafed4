import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { addClearanceLinkPage, clearanceLinkPath, createSeatEngine } from '#features/booking/index.ts';
import { createSession } from '#features/identity/index.ts';
import { messagesOfBooking } from '#features/notifications/index.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { wordsOf } from '#test/front-desk.ts';
import { granted, useMunicipalities } from '#test/municipalities.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import { addFrontDesk } from '../../index.ts';

const deps = useDeps();
const places = useMunicipalities(deps);
const { answer, byOffice, newBooking, rules, shown, freeSeats } = places;

let app: FastifyInstance;
beforeAll(async () => {
  app = await sliceApp(deps.current, (server, all) => {
    addFrontDesk(server, all, createSeatEngine(all.pool), { messagesOf: messagesOfBooking });
    addClearanceLinkPage(server, all);
  });
});

const browser = (accountId?: number) => testBrowser(app, deps.current, accountId);
const officer = () => browser(places.current.officerId);
const inbox = (id = '') => `/office/${places.current.answering.officeCode}/clearance-requests${id && `/${id}`}`;
const api = (id: string, action: string, code = places.current.answering.officeCode) =>
  `/api/v1/offices/${code}/clearances${id && `/${id}/${action}`}`;
const words = (body: string) => wordsOf(parse(body));

describe('the inbox of the municipality that answers', () => {
  it('counts in the menu, shows who and by when, and takes one answer with its reason', async () => {
    const { bookingId, clearanceId } = await newBooking();
    const page = await officer();
    const list = await page.get(inbox());
    expect(parse(list.body).text).toContain('Nulla osta chiesti al comune (1)');
    expect(words(list.body)).toMatch(/Da rispondere.*Ada Prova.*8 marzo 2027/);
    expect(words((await page.get(inbox(clearanceId))).body)).toContain('l’appuntamento si annulla');
    for (const fields of [
      {},
      { answer: 'refuse', reason: '  ' },
      { answer: 'grant', protocol: 'x'.repeat(61) },
    ] as const) {
      const wrong = await page.post(inbox(clearanceId), fields);
      expect(wrong.statusCode).toBe(422);
    }
    const sent = await page.post(inbox(clearanceId), { answer: 'refuse', protocol: 'PD/1', reason: 'Emigrata.' });
    expect(sent.statusCode).toBe(303);
    expect(await shown(bookingId)).toMatchObject({ cancelledBy: 'clearance-refused', cancelReason: 'Emigrata.' });
    const done = words((await page.get(sent.headers.location ?? '')).body);
    expect(done).toMatch(/Risposta inviata.*Nulla osta negato.*PD\/1.*Emigrata/);
    const twice = await page.post(inbox(clearanceId), { answer: 'grant' });
    expect(twice.statusCode).toBe(409);
    expect(words(twice.body)).toContain('già stato risposto');
    const { rows } = await sql`SELECT FROM audit_entry WHERE action = 'clearance-request-refuse'`.execute(
      deps.current.db,
    );
    expect(rows).toHaveLength(1);
  });

  it('is for who works there and may: others find no such request, or the door', async () => {
    const { clearanceId } = await newBooking();
    const { db } = deps.current;
    const { office, answering } = places.current;
    const asking = await browser(await buildRole(db, 'officer', office.officeId));
    expect((await asking.get(inbox(clearanceId))).statusCode).toBe(403);
    expect((await asking.get(`/office/${office.officeCode}/clearance-requests/${clearanceId}`)).statusCode).toBe(404);
    const operator = await browser(await buildRole(db, 'operator', answering.officeId));
    expect(words((await operator.get(inbox(clearanceId))).body)).not.toContain('Invia la risposta');
    expect((await operator.post(inbox(clearanceId), { answer: 'grant' })).statusCode).toBe(403);
    const helper = await browser(await buildRole(db, 'helper', answering.officeId));
    expect((await helper.get(inbox())).statusCode).toBe(403);
  });

  it('shows what was served elsewhere, to be marked as read', async () => {
    await rules({ clearance: 'notify' });
    const { bookingId, clearanceId } = await newBooking();
    await sql`UPDATE booking SET status = 'served', live = false WHERE id = ${bookingId}`.execute(deps.current.db);
    await places.sweep();
    const page = await officer();
    expect(words((await page.get(inbox())).body)).toContain('Da leggere');
    await page.get(inbox(clearanceId));
    expect((await page.post(inbox(clearanceId), { answer: 'grant' })).statusCode).toBe(422);
    expect((await page.post(inbox(clearanceId), { answer: 'read' })).statusCode).toBe(303);
    expect((await shown(bookingId))?.clearance).toMatchObject({ state: 'told' });
  });
});

describe('the same over the API', () => {
  const send = async (accountId: number | undefined, url: string, payload?: object) => {
    const { db, clock, secrets } = deps.current;
    const headers: Record<string, string> = {};
    if (accountId !== undefined) {
      const session = await db
        .transaction()
        .execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets }));
      headers['authorization'] = `Bearer ${session.token}`;
    }
    const method = payload ? ('POST' as const) : ('GET' as const);
    const answered = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answered.statusCode, body: answered.json<Record<string, unknown>>() };
  };

  it('lists what is asked, grants once with a protocol, and refuses only with a reason', async () => {
    const first = await newBooking();
    const second = await newBooking();
    const who = places.current.officerId;
    const { body } = await send(who, api('', ''));
    expect(body['items']).toHaveLength(2);
    expect(body['items']).toContainEqual(
      expect.objectContaining({
        id: first.clearanceId,
        section: 'to-answer',
        dueOn: '2027-03-08',
        municipality: 'G224',
      }),
    );
    const grant = await send(who, api(first.clearanceId, 'grant'), { protocol: 'PD/3' });
    expect(grant).toMatchObject({ status: 200, body: { state: 'granted', protocol: 'PD/3' } });
    expect(await send(who, api(first.clearanceId, 'refuse'), { reason: 'No' })).toMatchObject({
      status: 409,
      body: { type: expect.stringMatching(/already-answered$/) as string },
    });
    const empty = await send(who, api(second.clearanceId, 'refuse'), { protocol: 'PD/4' });
    expect(empty).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
    expect(await send(who, api(second.clearanceId, 'refuse'), { reason: 'Non residente.' })).toMatchObject({
      status: 200,
    });
    expect((await shown(second.bookingId))?.status).toBe('cancelled');
    expect(await send(who, api('999999', 'grant'), {})).toMatchObject({ status: 404 });
    expect(await send(who, api('x', 'grant'), {})).toMatchObject({ status: 404 });
  });

  it('is closed to other offices, to other roles, and to who is not logged in', async () => {
    const { clearanceId } = await newBooking();
    const { db } = deps.current;
    const { office, answering } = places.current;
    const asking = await buildRole(db, 'office-admin', office.officeId);
    const operator = await buildRole(db, 'operator', answering.officeId);
    const nobody = undefined;
    expect(await send(asking, api(clearanceId, 'grant'), {})).toMatchObject({ status: 403 });
    expect(await send(asking, api(clearanceId, 'grant', office.officeCode), {})).toMatchObject({ status: 404 });
    expect(await send(operator, api(clearanceId, 'grant'), {})).toMatchObject({ status: 403 });
    expect(await send(operator, api('', ''))).toMatchObject({ status: 200 });
    expect(await send(nobody, api('', ''))).toMatchObject({ status: 401 });
    expect(await send(nobody, api(clearanceId, 'grant'), {})).toMatchObject({ status: 401 });
  });
});

describe('the page behind the link of a request', () => {
  async function asked() {
    const made = await newBooking('L219');
    const { clearanceId: id, round, startsAt } = made;
    if (!startsAt) throw new Error('no appointment');
    return { ...made, link: clearanceLinkPath(deps.current.secrets, { id, round, startsAt }) };
  }

  it('tells a municipality that is not in the system as little as it needs, and changes nothing by being opened', async () => {
    const { bookingId, link } = await asked();
    const page = await browser();
    for (let times = 0; times < 3; times += 1) await page.get(link);
    const opened = await page.get(link);
    expect(words(opened.body)).toMatch(/Ada Prova.*Torino.*Appuntamento|Ada Prova.*Torino/);
    expect(opened.body).not.toContain('ada@prova.example');
    expect(opened.headers['referrer-policy']).toBe('no-referrer');
    expect((await shown(bookingId))?.status).toBe('awaiting-clearance');
  });

  it('takes one answer, with the name of who gives it; then shows no data any more', async () => {
    const { bookingId, link } = await asked();
    const page = await browser();
    await page.get(link);
    expect((await page.post(link, { answer: 'grant' })).statusCode).toBe(422);
    expect((await page.post(link, { answer: 'refuse', name: 'Bruno Verdi' })).statusCode).toBe(422);
    const sent = await page.post(link, { answer: 'grant', name: 'Bruno Verdi', protocol: 'TO/5' });
    expect(sent.statusCode).toBe(303);
    expect((await shown(bookingId))?.clearance).toMatchObject({
      state: 'granted',
      answeredBy: 'Bruno Verdi',
      answerProtocol: 'TO/5',
    });
    const used = await page.get(link);
    expect(words(used.body)).toMatch(/già stato risposto.*Nulla osta dato/);
    expect(words(used.body)).not.toContain('Ada Prova');
    const twice = await page.post(link, { answer: 'refuse', name: 'Bruno Verdi', reason: 'No' });
    expect(twice.statusCode).toBe(409);
    expect((await shown(bookingId))?.status).toBe('booked');
    expect(await freeSeats()).toBe(4);
  });

  it('says clearly that a link is forged, of something else, old or withdrawn', async () => {
    const { bookingId, link, clearanceId, round, startsAt } = await asked();
    const page = await browser();
    for (const forged of ['/clearances/l/abc', `${link}x`, link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))]) {
      const wrong = await page.get(forged);
      expect([wrong.statusCode, words(wrong.body)]).toEqual([404, expect.stringContaining('non è valido')]);
      expect((await page.post(forged, { answer: 'grant', name: 'Eva' })).statusCode).toBe(404);
    }
    const other = clearanceLinkPath(deps.current.secrets, {
      id: clearanceId,
      round: round + 1,
      startsAt: startsAt ?? deps.current.clock.now(),
    });
    const withdrawn = await page.get(other);
    expect([withdrawn.statusCode, words(withdrawn.body)]).toEqual([410, expect.stringContaining('è stata ritirata')]);
    deps.current.clock.set('2027-03-20T09:00:00Z');
    const old = await page.get(link);
    expect([old.statusCode, words(old.body)]).toEqual([410, expect.stringContaining('non vale più')]);
    expect((await shown(bookingId))?.status).toBe('awaiting-clearance');
  });

  it('of an appointment that was cancelled says that nothing is left to answer', async () => {
    const { bookingId, link } = await asked();
    const early = await browser();
    await early.get(link);
    await sql`UPDATE booking SET status = 'cancelled', live = false, cancelled_by = 'citizen' WHERE id = ${bookingId}`.execute(
      deps.current.db,
    );
    const page = await browser();
    const opened = await page.get(link);
    expect(words(opened.body)).toContain('Questa prenotazione non c’è più');
    expect(words(opened.body)).not.toContain('Ada Prova');
    const late = await early.post(link, { answer: 'grant', name: 'Bruno Verdi' });
    expect([late.statusCode, words(late.body)]).toEqual([409, expect.stringContaining('non c’è più')]);
  });

  it('works beside an inbox: the first answer counts', async () => {
    const { clearanceId, round, startsAt, bookingId } = await newBooking();
    const link = clearanceLinkPath(deps.current.secrets, {
      id: clearanceId,
      round,
      startsAt: startsAt ?? deps.current.clock.now(),
    });
    const page = await browser();
    await page.get(link);
    await answer(clearanceId, byOffice(), granted);
    expect((await page.post(link, { answer: 'refuse', name: 'Eva', reason: 'No' })).statusCode).toBe(409);
    expect((await shown(bookingId))?.clearance?.state).toBe('granted');
  });
});
