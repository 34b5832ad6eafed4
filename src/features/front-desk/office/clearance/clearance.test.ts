import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingById } from '#features/booking/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

let code = '';
let bookingId = '';

beforeEach(async () => {
  const { db } = deps.current;
  deps.current.clock.set('2026-11-16T08:00:00Z');
  await sql`
    INSERT INTO municipality (code, istat, name, province_code, province, region, search) VALUES
      ('G224', '028060', 'Padova', 'PD', 'Padova', 'Veneto', 'padova'),
      ('B418', '005016', 'Calliano', 'AT', 'Asti', 'Piemonte', 'calliano'),
      ('B419', '022035', 'Calliano', 'TN', 'Trento', 'Trentino-Alto Adige', 'calliano')
    ON CONFLICT DO NOTHING`.execute(db);
  await sql`
    INSERT INTO place_name (kind, code, within, words, joined, key, name, label, size)
    SELECT 'municipality', code, province_code, search, search, search, name, jsonb_build_object('it', name, 'en', name), 1
    FROM municipality ON CONFLICT DO NOTHING`.execute(db);
  await db
    .updateTable('offering')
    .set({ clearance: 'required' })
    .where('id', '=', desk.current.office.offeringId)
    .execute();
  ({ code, bookingId } = await tools.newBooking(desk.current.office));
});

const shown = () => bookingById(deps.current.db, deps.current.secrets, bookingId);

async function send(fields: Record<string, string>) {
  await desk.current.open(`bookings/${code}/clearance`);
  const answer = await desk.current.officer.post(`${desk.current.base}/bookings/${code}/clearance`, fields);
  return { status: answer.statusCode, text: parse(answer.body).text };
}

describe('a clearance recorded by hand', () => {
  it('begins with the municipality, by name; one of several is chosen', async () => {
    expect(wordsOf(await desk.current.open('clearances'))).toMatch(/Un nulla osta da seguire.*Da chiedere/);
    const asked = { step: 'asked', on: '2026-11-16', channel: 'pec', protocol: '1', dueOn: '2026-12-16' };
    const tooSoon = await send(asked);
    expect(tooSoon.status).toBe(409);
    expect(tooSoon.text).toContain('Prima indica il comune');
    expect((await send({ step: 'municipality', municipality: '' })).status).toBe(422);
    expect((await send({ step: 'municipality', municipality: 'Atlantide' })).text).toContain(
      'Non conosciamo un comune',
    );
    const several = await send({ step: 'municipality', municipality: 'Calliano' });
    expect(several.status).toBe(422);
    expect(several.text).toContain('Calliano (TN)');
    expect((await send({ step: 'municipality', municipality: 'Calliano', residence: 'B419' })).status).toBe(303);
    expect((await shown())?.clearance).toMatchObject({ residence: 'B419', province: 'TN' });
    expect((await send({ step: 'municipality', municipality: 'padova' })).status).toBe(303);
    expect((await shown())?.clearance?.municipality).toBe('Padova');
  });

  it('is asked, reminded and granted, each with its day; wrong days are told beside the field', async () => {
    await send({ step: 'municipality', municipality: 'Padova' });
    const asked = { step: 'asked', on: '2026-11-16', channel: 'pec', protocol: 'A/1', dueOn: '2026-12-16' };
    expect((await send({ ...asked, on: '2026-11-17' })).text).toContain('Questo giorno non è ancora arrivato');
    expect((await send({ ...asked, dueOn: '2026-11-15' })).text).toContain('non prima della richiesta');
    expect((await send({ ...asked, channel: 'pigeon' })).status).toBe(422);
    expect((await send({ ...asked, on: 'ieri' })).status).toBe(422);
    expect((await send(asked)).status).toBe(303);
    expect(wordsOf(await desk.current.open(`bookings/${code}/clearance?done=yes`))).toMatch(/Salvato.*A\/1/);
    expect((await send({ step: 'granted', on: '2026-11-15', protocol: '' })).text).toContain('prima della richiesta');
    expect((await send({ step: 'granted', on: '2026-11-16', protocol: 'PD/7' })).status).toBe(303);
    expect(await shown()).toMatchObject({
      status: 'confirmed',
      clearance: { state: 'granted', answerProtocol: 'PD/7' },
    });
    expect((await send({ step: 'granted', on: '2026-11-16', protocol: '' })).status).toBe(409);
    expect(wordsOf(await desk.current.open('clearances'))).toContain('Niente da seguire');
  });

  it('is refused only with a reason, which ends the booking', async () => {
    await send({ step: 'municipality', municipality: 'Padova' });
    const refused = { step: 'refused', on: '2026-11-16', protocol: '', reason: ' ' };
    expect((await send(refused)).text).toContain('Scrivi perché');
    expect((await send({ ...refused, reason: 'Cancellato per irreperibilità.' })).status).toBe(303);
    expect(await shown()).toMatchObject({ status: 'cancelled', cancelledBy: 'clearance-refused' });
    expect((await send({ step: 'nonsense' })).status).toBe(422);
  });

  it('has no page where none is needed', async () => {
    await sql`DELETE FROM clearance WHERE booking_id = ${bookingId}`.execute(deps.current.db);
    const answer = await desk.current.officer.get(`${desk.current.base}/bookings/${code}/clearance`);
    expect(answer.statusCode).toBe(404);
  });
});
