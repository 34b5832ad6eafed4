import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { buildPhoto, closedEyes } from '#test/build-photo.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

beforeEach(async () => {
  deps.current.clock.set('2026-11-16T08:00:00Z');
  const { db } = deps.current;
  await sql`UPDATE offering SET photo = 'asked' WHERE id = ${desk.current.office.offeringId}`.execute(db);
});

async function sent(slot = 0, photo: Partial<Parameters<typeof buildPhoto>[1]> = {}) {
  const { bookingId, code } = await tools.newBooking(desk.current.office, { slot });
  return { bookingId, code, photo: await buildPhoto(deps.current, { bookingId, ...photo }) };
}

type Sent = Awaited<ReturnType<typeof sent>>;

/** Presses a button of the photo in view. */
async function press({ code, photo }: Sent, fields: Record<string, string | string[]>) {
  await desk.current.open('photos');
  return desk.current.officer.post(`${desk.current.base}/bookings/${code}/photo/decide`, {
    person: '0',
    photo,
    ...fields,
  });
}

const follow = async (location: string | undefined) => parse((await desk.current.officer.get(location ?? '')).body);

async function lines(action: string): Promise<unknown[]> {
  const { rows } = await sql<{ line: unknown }>`
    SELECT jsonb_build_object('subject', subject, 'by', account_id, 'detail', detail) AS line
    FROM audit_entry WHERE action = ${action} AND office_id = ${desk.current.office.officeId} ORDER BY id`.execute(
    deps.current.db,
  );
  return rows.map(({ line }) => line);
}

describe('the photos of an office', () => {
  it('come one after the other, the nearest appointment first; one press accepts, and the next one is there', async () => {
    const [second, first] = [await sent(1), await sent(0)];
    const page = await desk.current.open('photos');
    expect(page.querySelector('header')?.text).toContain('Foto (2)');
    expect(page.querySelector('.t-photo-ways')?.text).toContain('1 di 2');
    expect(page.querySelector('img[data-photo-to-see]')?.getAttribute('src')).toContain(first.photo);
    const next = page.querySelector('#decide input[name=next]')?.getAttribute('value');
    const done = await press(first, { decision: 'accepted', next: next ?? '' });
    expect([done.statusCode, done.headers.location]).toEqual([303, expect.stringContaining(`at=${second.code}-0`)]);
    const after = await follow(done.headers.location);
    expect(wordsOf(after)).toContain('foto accettata');
    expect(after.querySelector('img[data-photo-to-see]')?.getAttribute('src')).toContain(second.photo);
    expect(after.querySelector('header')?.text).toContain('Foto (1)');
    expect(await lines('photo-accepted')).toEqual([
      { subject: `booking:${first.bookingId}`, by: desk.current.officerId, detail: { person: 0 } },
    ]);
  });

  it('are taken back with one press, and looked at again', async () => {
    const one = await sent();
    const after = await follow((await press(one, { decision: 'ask:eyes' })).headers.location);
    const form = after.querySelector('.t-photo-done form');
    expect(wordsOf(after)).toContain('chiesta un’altra foto');
    const decision = form?.querySelector('input[name=decision]')?.getAttribute('value') ?? '';
    const undone = await desk.current.officer.post(form?.getAttribute('action') ?? '', { decision });
    const page = await follow(undone.headers.location);
    expect(wordsOf(page)).toContain('la foto è di nuovo da guardare');
    expect(page.querySelector('#decide')).not.toBeNull();
    expect(await lines('photo-undone')).toHaveLength(1);
    const again = await desk.current.officer.post(form?.getAttribute('action') ?? '', { decision });
    expect(wordsOf(await follow(again.headers.location))).toContain('Non c’è più nulla da annullare');
  });

  it('show what is wrong first, with value and limit; and the one press that asks for another because of it', async () => {
    const one = await sent(0, {
      verdict: 'fail',
      checks: [{ ...closedEyes, id: 'gaze', verdict: 'pass' }, closedEyes],
    });
    const page = await desk.current.open('photos');
    expect(page.querySelector('.t-photo-checks > li')?.text).toContain('Gli occhi sono aperti');
    expect(page.querySelector('.t-photo-figures')?.text.trim()).toBe('0,21 (almeno 0,5)');
    expect(page.querySelector('button[data-key=r]')?.text).toContain('Chiedi un’altra: Occhi');
    expect(page.querySelector('button[value=accepted]')).toBeNull();
    const refused = await press(one, { decision: 'accepted' });
    expect([refused.statusCode, wordsOf(parse(refused.body))]).toEqual([
      422,
      expect.stringContaining('Scegli almeno un motivo'),
    ]);
    expect((await press(one, { decision: 'override', overrideWords: 'Si vede bene' })).statusCode).toBe(303);
    const shown = wordsOf(await desk.current.open(`photos?view=decided`));
    expect(shown).toContain('Accettata contro i controlli');
    expect(shown).toContain('Si vede bene');
    expect(await lines('photo-overridden')).toHaveLength(1);
  });

  it('say what is missing in what was typed, and keep it', async () => {
    const one = await sent();
    const none = await press(one, { decision: 'ask' });
    expect([none.statusCode, wordsOf(parse(none.body))]).toEqual([
      422,
      expect.stringContaining('Scegli almeno un motivo'),
    ]);
    const long = await press(one, { decision: 'ask', words: 'a'.repeat(501), reasons: 'eyes' });
    const page = parse(long.body);
    expect([long.statusCode, page.querySelector('textarea[name=words]')?.text.trim()]).toEqual([422, 'a'.repeat(501)]);
    for (const decision of ['', 'sell', 'ask:nothing']) expect((await press(one, { decision })).statusCode).toBe(422);
    expect((await press({ ...one, photo: 'x' }, { decision: 'accepted' })).statusCode).toBe(422);
  });

  it('tell whoever was too late: a colleague decided, or another photo came', async () => {
    const one = await sent();
    await press(one, { decision: 'accepted' });
    const late = await press(one, { decision: 'ask:eyes' });
    expect(wordsOf(await follow(late.headers.location))).toContain('Un collega aveva già deciso');
    const other = await sent(1);
    await buildPhoto(deps.current, { bookingId: other.bookingId });
    const changed = await press(other, { decision: 'accepted' });
    expect(wordsOf(await follow(changed.headers.location))).toContain('la persona ha mandato un’altra foto');
  });

  it('leave a line in the log each time they are looked at: page, picture and file, with who and whose', async () => {
    const { bookingId, code, photo } = await sent();
    await desk.current.open('photos');
    const picture = `bookings/${code}/photo/picture?person=0&id=${photo}`;
    for (const address of [picture, picture, `${picture}&save=yes`]) await desk.current.open(address);
    const subject = `booking:${bookingId}`;
    const by = desk.current.officerId;
    expect(await lines('see-photos')).toEqual([{ subject, by, detail: { bookings: [bookingId] } }]);
    expect(await lines('see-photo')).toMatchObject([
      { subject, by },
      { subject, by },
    ]);
    expect(await lines('download-photo')).toMatchObject([{ subject, by }]);
  });

  it('are listed in the log once for a visit, and by each press only what it shows anew', async () => {
    const [first, second] = [await sent(0), await sent(1)];
    const by = desk.current.officerId;
    await desk.current.open('photos');
    await desk.current.open(`photos?at=${second.code}-0`);
    const { location } = (await press(first, { decision: 'accepted' })).headers;
    const before = (await lines('see-photos')).length;
    const other = await sent(2);
    await follow(location);
    const subject = `booking:${second.bookingId}`;
    expect(await lines('see-photos')).toMatchObject([
      { subject: `booking:${first.bookingId}`, detail: { bookings: [first.bookingId, second.bookingId] } },
      { subject, detail: { bookings: [] } },
      { detail: { bookings: [] } },
      { by, subject, detail: { bookings: [other.bookingId, first.bookingId] } },
    ]);
    expect(before).toBe(3);
    deps.current.clock.set('2026-11-16T09:00:00Z');
    await desk.current.open('photos?view=decided');
    expect((await lines('see-photos')).at(-1)).toMatchObject({ detail: { bookings: [first.bookingId] } });
  });

  it('say what was done to whoever did it, for some minutes, and to nobody who tries numbers', async () => {
    const one = await sent();
    const { location = '' } = (await press(one, { decision: 'accepted' })).headers;
    const { app, office, officerId } = desk.current;
    expect((await follow(location)).querySelector('.t-photo-done')).not.toBeNull();
    const colleague = await buildRole(deps.current.db, 'operator', office.officeId);
    const other = await testBrowser(app, deps.current, colleague);
    expect(parse((await other.get(location)).body).querySelector('.t-photo-done')).toBeNull();
    expect(officerId).not.toBe(colleague);
    deps.current.clock.set('2026-11-16T08:11:00Z');
    expect((await follow(location)).querySelector('.t-photo-done')).toBeNull();
  });

  it('are shown to whoever may see bookings, and decided by whoever serves; never from another office', async () => {
    const one = await sent();
    const { db } = deps.current;
    const { app, base, office } = desk.current;
    const auditor = await testBrowser(app, deps.current, await buildRole(db, 'auditor', office.officeId));
    const page = parse((await auditor.get(`${base}/photos`)).body);
    expect([wordsOf(page), page.querySelector('#decide')]).toEqual([
      expect.stringContaining('decide chi serve allo sportello'),
      null,
    ]);
    const refused = await auditor.post(`${base}/bookings/${one.code}/photo/decide`, { decision: 'accepted' });
    expect(refused.statusCode).toBe(403);
    const elsewhere = await tools.newBooking(await buildOffice(db, { from: '2026-11-23T09:00:00Z', slots: 1 }));
    expect(wordsOf(await desk.current.open(`photos?at=${elsewhere.code}-0`))).not.toContain(elsewhere.code);
    const there = await desk.current.officer.post(`${base}/bookings/${elsewhere.code}/photo/decide`, {});
    expect(there.statusCode).toBe(404);
  });

  it('are said on the agenda and on the booking, with the way to the page', async () => {
    const { code } = await sent();
    const agenda = wordsOf(await desk.current.open('agenda?date=2026-11-23'));
    expect(agenda).toContain('Foto da guardare');
    const booking = await desk.current.open(`bookings/${code}`);
    expect(booking.querySelector(`a[href$="photos?at=${code}-0"]`)?.text).toBe('Guarda e decidi');
  });
});
