import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingById } from '#features/booking/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const desk = useFrontDesk(deps);

type Made = Awaited<ReturnType<typeof tools.newBooking>>;
let bookings: Made[];

beforeEach(async () => {
  deps.current.clock.set('2026-11-16T08:00:00Z');
  bookings = [];
  for (const slot of [0, 0, 1]) bookings.push(await tools.newBooking(desk.current.office, { slot }));
  await drain(deps.current);
});

const day = { from: '2026-11-23', to: '2026-11-23' };
const offerOf = async (made: Made | undefined) =>
  (await bookingById(deps.current.db, deps.current.secrets, made?.bookingId ?? ''))?.offer;

async function offered(selection: Record<string, string | string[]>) {
  const { officer, base } = desk.current;
  const entries = Object.entries(selection).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  const page = await officer.get(`${base}/mass/move?${new URLSearchParams(entries).toString()}`);
  expect(page.statusCode).toBe(200);
  const seen = parse(page.body).querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  const answer = await officer.post(`${base}/mass/move`, { ...selection, seen });
  return { words: wordsOf(parse(page.body)), answer };
}

describe('another seat for each of a selection', () => {
  it('is shown first, held and offered then, never in the hours that are to be left; who does not answer stays', async () => {
    const { words, answer } = await offered({ ...day, ends: '09:20' });
    expect(words).toContain('Offri un altro posto a 2 appuntamenti');
    expect(words).toMatch(/lun 23 nov, 09:00\s*lun 23 nov, 09:20/);
    expect(answer.headers.location).toMatch(/\/mass\/[0-9a-f-]{36}$/);
    const mails = await drain(deps.current);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.text).toContain('La sede ti propone un nuovo orario');
    const offers = await Promise.all(bookings.map(offerOf));
    expect(offers.map((offer) => offer?.state)).toEqual(['offered', 'offered', undefined]);
    for (const offer of offers.slice(0, 2))
      expect(Temporal.Instant.compare(offer?.startsAt ?? '1970-01-01T00:00Z', '2026-11-23T09:20:00Z')).not.toBe(-1);
    const result = wordsOf(parse((await desk.current.officer.get(answer.headers.location ?? '')).body));
    expect(result).toContain('Finito: 2 appuntamenti');
    // Asked again, nobody is offered a second seat.
    const again = await offered({ ...day, ends: '09:20' });
    expect(await drain(deps.current)).toEqual([]);
    const page = wordsOf(parse((await desk.current.officer.get(again.answer.headers.location ?? '')).body));
    expect(page).toContain('Lasciato: ha già un’offerta aperta');
  });

  it('reaches only those ticked; where the rule finds none people stay and hear nothing', async () => {
    const { code = '' } = bookings[2] ?? {};
    const { officer, base } = desk.current;
    const ticked = { ...day, who: 'ticked', code };
    const { answer } = await offered({ ...ticked, rule: 'asked', order: 'nearest', least: '500' });
    expect(await drain(deps.current)).toEqual([]);
    const page = wordsOf(parse((await officer.get(answer.headers.location ?? '')).body));
    expect(page).toContain('Lasciato: nessun altro posto con questa regola');
    await offered(ticked);
    expect(await drain(deps.current)).toHaveLength(1);
    expect((await offerOf(bookings[2]))?.state).toBe('offered');
    const written = await deps.current.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('office_id', '=', desk.current.office.officeId)
      .where('action', '=', 'offer-to-many')
      .execute();
    expect(written.map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ total: 1, ticked: 1 }),
      expect.objectContaining({ total: 1, ticked: 1 }),
    ]);
    expect((await officer.get(`${base}/mass/new?from=${day.from}`)).body).toContain('/mass/move');
  });

  it('is refused where the selection changed, the rule is wrong, or the role may not write to many', async () => {
    const { app, office, officer, base } = desk.current;
    await officer.get(`${base}/mass/move?from=${day.from}`);
    expect((await officer.post(`${base}/mass/move`, { ...day, seen: 'x' })).statusCode).toBe(409);
    const wrong = await officer.post(`${base}/mass/move`, { ...day, rule: 'asked', order: 'nearest', within: '999' });
    expect(wrong.statusCode).toBe(422);
    expect(parse(wrong.body).querySelectorAll('[data-error-summary] li')).toHaveLength(1);
    const operator = await testBrowser(
      app,
      deps.current,
      await buildRole(deps.current.db, 'operator', office.officeId),
    );
    expect((await operator.get(`${base}/mass/move?from=${day.from}`)).statusCode).toBe(403);
  });
});
