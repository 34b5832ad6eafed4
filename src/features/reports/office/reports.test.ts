import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { type HTMLElement, parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { addReports } from '#features/reports/index.ts';
import { buildBooking, type BuiltBooking } from '#test/build-booking.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { addUpAreas } from '../counting/add-up-areas.ts';
import { countTouched } from '../counting/count-touched.job.ts';
import { monthToTell } from '../monthly/told.ts';
import { sendMonthly } from '../monthly/send-monthly.job.ts';
import { publishMonths } from '../open-data/publish-months.job.ts';
import { sampleFirstFree } from '../sampling/sample-first-free.job.ts';

const deps = useDeps();
let app: FastifyInstance;
let booking: BuiltBooking;
let admin: TestBrowser;
let adminId: number;
let base: string;
const october = 'from=2026-10-01&to=2026-10-31';

beforeAll(async () => {
  const { db, clock } = deps.current;
  app = await sliceApp(deps.current, addReports);
  booking = await buildBooking(db, { at: '2026-10-12T09:20', bookedAt: '2026-10-05T08:00:00Z' });
  await sql`UPDATE booking SET status = 'served', live = false WHERE id = ${booking.id}`.execute(db);
  await sql`INSERT INTO booking_event (booking_id, at, kind, actor) VALUES (${booking.id}, ${clock.now()}, 'served', 'office')`.execute(
    db,
  );
  await sql`UPDATE planner SET name = '=SUM(A1)' WHERE id = ${booking.office.plannerId}`.execute(db);
  await sql`
    INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, sold_out_at, created_at)
    VALUES ('R1', ${booking.office.plannerId}, 'batch', '2026-10-05T07:00:00Z', '2026-10-05T07:00:00Z', '2026-10-12', '2026-10-12', 1,
            '2026-10-05T07:42:30Z', '2026-10-01')`.execute(db);
  clock.set('2026-11-22T12:03:00Z');
  await countTouched(deps.current);
  await sampleFirstFree(deps.current);
  await addUpAreas(deps.current);
  adminId = await buildRole(db, 'office-admin', booking.office.officeId);
  await sql`UPDATE account SET password_hash = 'x' WHERE id = ${adminId}`.execute(db);
  admin = await testBrowser(app, deps.current, adminId);
  base = `/office/${booking.office.officeCode}/reports`;
});

async function open(path: string, status = 200): Promise<HTMLElement> {
  const response = await admin.get(path);
  expect(response.statusCode).toBe(status);
  return parse(response.body);
}

describe('the reports of an office', () => {
  it('begin with the figures, compare them, and draw charts with their tables', async () => {
    const page = await open(`${base}?period=last-month`);
    expect(page.querySelectorAll('.t-keys strong').map((figure) => figure.textContent)).toEqual([
      '1',
      '100%',
      '–',
      '0%',
      '0%',
    ]);
    const chart = page.querySelector('svg[role=img]');
    expect(chart?.querySelector('title')?.textContent).toBe('Giorno per giorno');
    expect(chart?.querySelector('desc')?.textContent).toContain('12 ott');
    expect(page.querySelectorAll('.t-data table').length).toBeGreaterThan(0);
    expect(page.querySelectorAll('[style]')).toEqual([]);
  });

  it('say what to do when there is nothing yet, and what is wrong with a period', async () => {
    const empty = await open(`${base}?period=free&from=2020-01-01&to=2020-01-31`);
    expect(empty.querySelector('.t-empty')?.textContent).toContain('Ancora nessun dato');
    const wrong = await open(`${base}?period=free&from=2026-10-31&to=2026-10-01`, 422);
    expect(wrong.querySelector('[data-error-summary]')?.textContent).toContain('non venga prima');
    await open(`${base}?period=free&from=yesterday&to=`, 422);
    await open(`${base}?period=free&from=2000-01-01&to=2026-01-01`, 422);
    await open(`${base}/unheard-of`, 404);
  });

  it.each([
    'services',
    'channels',
    'hours',
    'occupancy',
    'cancellations',
    'first-free',
    'lead-time',
    'releases',
    'clearances',
    'waiting-list',
  ])('show %s', async (name) => {
    const page = await open(`${base}/${name}?period=free&${october}`);
    expect(page.querySelector('h1')?.textContent).not.toBe('');
  });

  it('take typed days when a named period was left as it was', async () => {
    const shown = 'shown=month+2026-11-01+2026-11-22';
    const page = await open(`${base}?${shown}&period=month&from=2026-10-01&to=2026-11-22`);
    expect(page.querySelector('select[name=period] option[selected]')?.getAttribute('value')).toBe('free');
  });
});

describe('the files of a report', () => {
  it('are CSV in the reader’s language, in which no cell is a formula', async () => {
    const response = await admin.get(`${base}/releases/file?period=free&${october}&format=csv`);
    expect(response.headers['content-disposition']).toContain('releases-2026-10-01-2026-10-31.csv');
    const [head, row] = response.body.replace('\uFEFF', '').split('\r\n');
    expect(head).toBe('Apertura;Planner;Posti;Minuti all’esaurimento');
    expect(row).toBe("2026-10-05T08:00:00+01:00;'=SUM(A1);1;42");
    const english = await admin.get(`${base}/days/file?period=free&${october}&format=csv`, { 'accept-language': 'en' });
    expect(english.body).toContain('Day;Seats offered');
  });

  it('are workbooks with numbers as numbers and days as days', async () => {
    const response = await admin.get(`${base}/days/file?period=free&${october}&format=xlsx`);
    expect(response.headers['content-type']).toContain('spreadsheetml');
    expect(response.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await admin.get(`${base}/days/file?period=month&format=exe`)).statusCode).toBe(422);
  });

  it('are written down as taken', async () => {
    const { rows } = await sql<{ subject: string }>`
      SELECT subject FROM audit_entry WHERE action = 'see-report' AND account_id = ${adminId} ORDER BY id`.execute(
      deps.current.db,
    );
    expect(rows.map(({ subject }) => subject)).toContain('report:releases');
  });
});

describe('the API of reports', () => {
  const api = (rest: string) => `/api/v1/offices/${booking.office.officeCode}/reports/${rest}`;

  it('gives the rows of a period by their stable names', async () => {
    const response = await admin.get(api(`days?${october}`));
    const body = response.json<{ items: { day: string; served: number; occupancy: number }[] }>();
    expect(body.items).toHaveLength(31);
    expect(body.items[11]).toMatchObject({ day: '2026-10-12', offered: 1, taken: 1, occupancy: 1, served: 1 });
    const lead = await admin.get(api(`lead-time?${october}`));
    expect(lead.json<{ totals: object }>().totals).toEqual({ medianDays: 7, p90Days: 7 });
  });

  it('gives files too, and says what is wrong', async () => {
    expect((await admin.get(api(`days?${october}&format=csv`))).headers['content-type']).toContain('text/csv');
    const wrong = await admin.get(api('days?from=2026-10-31&to=2026-10-01&service=none'));
    expect(wrong.statusCode).toBe(422);
    expect(wrong.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual(['to', 'service']);
    expect((await admin.get(api(`none?${october}`))).statusCode).toBe(404);
    const outsider = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'nobody@test.example'));
    expect((await outsider.get(api(`days?${october}`))).statusCode).toBe(403);
  });
});

describe('the monthly report', () => {
  it('is a tagged PDF, its charts with their words', async () => {
    const response = await admin.get(`${base}/month.pdf?month=2026-10`);
    const file = response.rawPayload.toString('latin1');
    expect(file).toMatch(/^%PDF-1\.7/);
    for (const kind of ['H1', 'Figure', 'Table']) expect(file).toMatch(new RegExp(`/S /${kind}\\b`));
    expect(file).toContain('/Alt');
    expect((await admin.get(`${base}/month.pdf?month=2026-13`)).statusCode).toBe(422);
  });

  it('goes to the administrators, to whom they add, and no more to whom does not want it', async () => {
    const { db, clock, secrets } = deps.current;
    const officerId = await buildRole(db, 'officer', booking.office.officeId);
    await sql`UPDATE account SET password_hash = 'x', language = 'en' WHERE id = ${officerId}`.execute(db);
    const asked = async (): Promise<unknown[]> => {
      await sql`DELETE FROM outbox`.execute(db);
      clock.set('2026-11-01T06:00:00Z');
      await sendMonthly(deps.current);
      const { rows } = await sql<{ payload: { accountId: number; month: string } }>`SELECT payload FROM outbox`.execute(
        db,
      );
      return rows.map(({ payload }) => `${payload.accountId} ${payload.month}`).toSorted();
    };
    expect(await asked()).toEqual([`${adminId} 2026-10`]);
    await open(`${base}/recipients`);
    await admin.post(`${base}/recipients`, { account: String(officerId), subscribed: 'yes' });
    expect(await asked()).toEqual([`${adminId} 2026-10`, `${officerId} 2026-10`].toSorted());
    const told = await monthToTell(db, secrets, {
      officeId: booking.office.officeId,
      accountId: officerId,
      month: '2026-10',
      language: 'en',
      now: clock.now(),
    });
    expect(told?.figures[0]).toBe('Appointments: 1');
    const nobody = await testBrowser(app, deps.current);
    expect((await nobody.get(told?.unsubscribePath ?? '')).statusCode).toBe(200);
    expect((await nobody.post(told?.unsubscribePath ?? '', {})).body).toContain('report non ti arriverà più');
    expect(await asked()).toEqual([`${adminId} 2026-10`]);
    expect((await nobody.get('/l/reports/forged')).statusCode).toBe(410);
  });

  it('is not sent to strangers: nobody is added who does not work there', async () => {
    const stranger = await buildAccount(deps.current.db, 'stranger@test.example');
    await open(`${base}/recipients`);
    const response = await admin.post(`${base}/recipients`, { account: String(stranger), subscribed: 'yes' });
    expect(response.statusCode).toBe(404);
  });
});

describe('open data', () => {
  it('is published once for a month that is over, without small numbers, for everybody', async () => {
    const { clock } = deps.current;
    clock.set('2026-11-07T12:00:00Z');
    await publishMonths(deps.current);
    const nobody = await testBrowser(app, deps.current);
    expect((await nobody.get('/open-data/appointments-2026-10.json')).statusCode).toBe(404);
    clock.set('2026-11-08T12:00:00Z');
    await publishMonths(deps.current);
    const json = await nobody.get('/open-data/appointments-2026-10.json');
    const body = json.json<{ items: object[]; licence: { name: string } }>();
    expect(body.licence.name).toBe('CC BY 4.0');
    const ours = body.items.find((item) => 'office' in item && item.office === booking.office.officeCode);
    expect(ours).toMatchObject({ service: 'passport', seatsOffered: 1, appointments: null, served: null, other: null });
    expect(json.headers['cache-control']).toContain('public');
    expect(json.headers['access-control-allow-origin']).toBe('*');
    const csv = await nobody.get('/open-data/appointments-2026-10.csv');
    expect(csv.body.split('\r\n')[0]).toContain('office,officeName,kind');
    expect((await nobody.get('/open-data')).body).toContain('/open-data/appointments-2026-10.csv');
    expect((await nobody.get('/open-data/appointments.json')).json<{ months: object[] }>().months).toHaveLength(1);
    for (const wrong of ['appointments-2026-13.json', 'appointments-2026-10.exe', '..%2fsecret']) {
      expect((await nobody.get(`/open-data/${wrong}`)).statusCode).toBe(404);
    }
  });
});

describe('the network', () => {
  it('sees the same over all offices, and compares them', async () => {
    const { db } = deps.current;
    await buildOffice(db);
    const network = await testBrowser(app, deps.current, await buildRole(db, 'network-admin', null));
    const page = parse((await network.get(`/network/reports?period=free&${october}&kind=consular&area=GB`)).body);
    expect(page.querySelector('.t-keys strong')?.textContent).toBe('1');
    const ranking = parse((await network.get(`/network/reports/offices?period=free&${october}&by=appointments`)).body);
    expect(ranking.querySelector('tbody th')?.textContent).toBe(booking.office.officeCode);
    const edges = await network.get(
      '/network/reports/offices?period=free&from=2026-10-12&to=2026-11-20&by=appointments&order=fewest',
    );
    expect(parse(edges.body).querySelectorAll('tbody td')[1]?.textContent).toBe('1');
    expect((await network.get(`/network/reports/days/file?period=free&${october}&format=csv`)).statusCode).toBe(200);
    expect((await admin.get('/network/reports')).statusCode).toBe(403);
  });
});
