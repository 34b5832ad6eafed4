import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { buildPlanner, publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addPlannerApi } from './routes.ts';

const deps = useDeps();
let app: FastifyInstance;

beforeAll(async () => {
  const { db, clock } = deps.current;
  app = await sliceApp(deps.current, addPlannerApi);
  for (const [code, zone, lat, lon, weekday] of [
    ['cons-new-york', 'America/New_York', 40.7, -74, 1],
    ['comune-f704-anagrafe', 'Europe/Rome', 45.58, 9.27, 3],
    ['comune-f205-anagrafe', 'Europe/Rome', 45.46, 9.19, 2],
  ] as const) {
    const office = await buildOffice(db, { code, zone, service: 'cie' });
    await sql`UPDATE planner SET published = false WHERE id = ${office.plannerId}`.execute(db);
    await sql`UPDATE office SET lat = ${lat}, lon = ${lon} WHERE id = ${office.officeId}`.execute(db);
    const rules = [{ weekdays: [weekday], ends: '09:40' }];
    const plannerId = await buildPlanner(db, {
      officeId: office.officeId,
      offeringIds: [office.offeringId],
      rules,
      releaseTime: '19:00',
    });
    await publish(db, plannerId, clock.now());
  }
  await buildOffice(db, { code: 'cons-quiet', service: 'cie' });
  await sql`UPDATE planner SET published = false WHERE office_id = (SELECT id FROM office WHERE code = 'cons-quiet')`.execute(
    db,
  );
  await sql`INSERT INTO municipality (code, istat, name, province_code, province, region, lat, lon, search)
            VALUES ('F704', '108033', 'Monza', 'MB', 'Monza', 'Lombardia', 45.58, 9.27, 'monza')`.execute(db);
});

const get = async (url: string) => {
  const response = await app.inject({ url: `/api/v1${url}`, headers: { 'accept-language': 'it' } });
  return {
    status: response.statusCode,
    type: response.headers['content-type'],
    body: response.json<Record<string, unknown>>(),
  };
};

describe('GET /offices/{office}/services/{service}/days', () => {
  it('tells horizon, next release and free days, instants on the office’s clock', async () => {
    const { status, body } = await get('/offices/cons-new-york/services/cie/days');
    expect(status).toBe(200);
    expect(body).toEqual({
      horizonEnd: '2026-12-05',
      nextRelease: '2026-11-23T19:00:00-05:00',
      days: [
        { date: '2026-11-23', free: 4 },
        { date: '2026-11-30', free: 4 },
      ],
    });
  });

  it('never goes beyond the horizon or into the past, whatever is asked', async () => {
    const { body } = await get('/offices/cons-new-york/services/cie/days?from=1999-01-01&to=2099-01-01');
    expect(body['days']).toHaveLength(2);
    expect((await get('/offices/cons-new-york/services/cie/days?from=2026-12-06')).body['days']).toEqual([]);
  });

  it('says which date is malformed', async () => {
    const { status, type, body } = await get('/offices/cons-new-york/services/cie/days?from=2026-02-30');
    expect(status).toBe(422);
    expect(type).toContain('application/problem+json');
    expect(body).toMatchObject({ status: 422, errors: [{ field: 'from', reason: 'date' }] });
  });

  it('knows no office, service or code that does not exist', async () => {
    for (const path of [
      '/offices/nowhere/services/cie',
      '/offices/cons-new-york/services/nothing',
      "/offices/x'%20OR%201=1/services/cie",
      '/offices/%00/services/cie',
    ]) {
      for (const what of ['days', 'slots?date=2026-11-23', 'releases'])
        expect((await get(`${path}/${what}`)).status).toBe(404);
    }
  });

  it('has nothing where the office takes no bookings', async () => {
    expect((await get('/offices/cons-quiet/services/cie/days')).body).toEqual({
      horizonEnd: null,
      nextRelease: null,
      days: [],
    });
    expect((await get('/offices/cons-quiet/services/cie/slots?date=2026-11-23')).body).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it('shows a release the second it happens', async () => {
    const { clock } = deps.current;
    clock.set('2026-11-24T00:00:00Z');
    await get('/offices/cons-new-york/services/cie/days');
    clock.set('2026-11-23T23:59:59Z');
    const before = await get('/offices/cons-new-york/services/cie/days');
    expect(before.body['horizonEnd']).toBe('2026-12-06');
    clock.set('2026-11-24T00:00:00Z');
    expect((await get('/offices/cons-new-york/services/cie/days')).body['days']).toEqual([
      { date: '2026-11-30', free: 4 },
      { date: '2026-12-07', free: 4 },
    ]);
    clock.set('2026-11-22T10:00:00Z');
  });
});

describe('GET /offices/{office}/services/{service}/slots', () => {
  it('tells the free times with the offset of the office', async () => {
    const { body } = await get('/offices/cons-new-york/services/cie/slots?date=2026-11-23');
    expect(body['items']).toMatchObject([
      { startsAt: '2026-11-23T09:00:00-05:00', endsAt: '2026-11-23T09:20:00-05:00', free: 2 },
      { startsAt: '2026-11-23T09:20:00-05:00', endsAt: '2026-11-23T09:40:00-05:00', free: 2 },
    ]);
  });

  it('is empty for a day that is past or beyond the horizon, and refuses what is no date', async () => {
    expect((await get('/offices/cons-new-york/services/cie/slots?date=2020-01-01')).body).toEqual({
      items: [],
      nextCursor: null,
    });
    expect((await get('/offices/cons-new-york/services/cie/slots?date=2026-12-07')).body).toEqual({
      items: [],
      nextCursor: null,
    });
    for (const bad of ['', '?date=', '?date=tomorrow', '?date=2026-13-01', '?date=2026-11-23&date=2026-11-24']) {
      expect((await get(`/offices/cons-new-york/services/cie/slots${bad}`)).status).toBe(422);
    }
  });
});

describe('GET /offices/{office}/services/{service}/releases', () => {
  it('tells the releases of the last days and the next ones', async () => {
    const { body } = await get('/offices/cons-new-york/services/cie/releases');
    const items = body['items'] as { opensAt: string; date: string; seats: number; kind: string }[];
    expect(items.map((item) => [item.opensAt, item.date, item.seats, item.kind])).toEqual([
      ['2026-11-16T19:00:00-05:00', '2026-11-30', 4, 'rolling'],
      ['2026-11-23T19:00:00-05:00', '2026-12-07', 4, 'rolling'],
      ['2026-11-30T19:00:00-05:00', '2026-12-14', 4, 'rolling'],
      ['2026-12-07T19:00:00-05:00', '2026-12-21', 4, 'rolling'],
      ['2026-12-14T19:00:00-05:00', '2026-12-28', 4, 'rolling'],
      ['2026-12-21T19:00:00-05:00', '2027-01-04', 4, 'rolling'],
    ]);
  });
});

describe('GET /first-available', () => {
  it('sorts the offices around a municipality by their first free date', async () => {
    const { body } = await get('/first-available?service=cie&municipality=F704');
    expect(body['items']).toMatchObject([
      { office: 'comune-f205-anagrafe', date: '2026-11-24', startsAt: '2026-11-24T09:00:00+01:00', distanceKm: 14.7 },
      { office: 'comune-f704-anagrafe', date: '2026-11-25', startsAt: '2026-11-25T09:00:00+01:00', distanceKm: 0 },
    ]);
    expect((await get('/first-available?service=cie&near=45.58,9.27&limit=1')).body['items']).toHaveLength(1);
  });

  it('goes further when nothing is near, and everywhere when no place is given', async () => {
    expect((await get('/first-available?service=cie&near=0,0&limit=1')).body['items']).toMatchObject([
      { office: 'cons-new-york' },
    ]);
    expect((await get('/first-available?service=cie')).body['items']).toHaveLength(3);
    expect((await get('/first-available?service=passport')).body['items']).toEqual([]);
  });

  it('says what is wrong with the question', async () => {
    for (const bad of [
      '',
      '?service=',
      '?service=cie&near=1',
      '?service=cie&near=91,0',
      '?service=cie&limit=0',
      '?service=cie&limit=x',
      '?service=cie&municipality=Z999',
    ]) {
      expect((await get(`/first-available${bad}`)).status).toBe(422);
    }
  });
});
