import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);
let base: string;

// An office as the data have it: nothing is booked there.
beforeEach(async () => {
  const { officeId } = settings.current.office;
  const { db } = deps.current;
  await sql`DELETE FROM slot WHERE planner_id IN (SELECT id FROM planner WHERE office_id = ${officeId})`.execute(db);
  await sql`DELETE FROM planner WHERE office_id = ${officeId}`.execute(db);
  await sql`DELETE FROM offering WHERE office_id = ${officeId}`.execute(db);
  base = `${settings.current.base}/set-up`;
});

const details = { address: 'Via della Prova 1, Prova', email: 'anagrafe@prova.example', phone: '+39 06 5550 0101' };
const hours = {
  morningDays: ['1', '2', '3', '4', '5'],
  morningStarts: '9:00',
  morningEnds: '12:30',
  afternoonDays: ['2', '4'],
  afternoonStarts: '15:00',
  afternoonEnds: '17:00',
  minutes: '30',
  desks: '2',
};
const planner = { from: '2026-11-30', horizonDays: '30', noticeMinutes: '1440' };

async function step(name: string, fields: Record<string, string | string[]>) {
  return settings.current.send(`${base}/${name}`, fields);
}

describe('the guided set-up of an office', () => {
  it('ends with a first published week, each step kept', async () => {
    const { admin } = settings.current;
    const next = async () => (await admin.get(base)).headers.location;
    expect(await next()).toBe(`${base}/details`);
    expect((await step('details', details)).to).toBe(`${base}/hours`);
    expect((await step('hours', hours)).to).toBe(`${base}/services`);
    // Somebody comes back the day after: the way goes on there, and what was said is shown.
    expect(await next()).toBe(`${base}/services`);
    expect((await admin.get(`${base}/hours`)).body).toContain('value="12:30"');
    expect((await step('services', { services: 'passport' })).to).toBe(`${base}/planner`);
    expect((await step('planner', planner)).to).toBe(`${base}/publish`);
    const preview = await admin.get(`${base}/publish`);
    // Seven a morning at two desks, five days; four an afternoon, twice.
    expect(preview.body).toContain('86 posti in questa settimana');
    expect((await step('publish', {})).to).toBe(`${base}/done`);
    expect((await admin.get(`${base}/done`)).body).toContain('La sede è aperta');
    const { rows } = await sql<{ seats: number }>`
      SELECT sum(s.capacity)::int AS seats FROM slot s JOIN planner p ON p.id = s.planner_id
      WHERE p.office_id = ${settings.current.office.officeId} AND s.day BETWEEN '2026-11-30' AND '2026-12-04'`.execute(
      deps.current.db,
    );
    expect(rows[0]?.seats).toBe(86);
    expect(await next()).toBe(`${base}/done`);
  });

  it('may be gone back over: what is changed changes the one planner it made', async () => {
    await step('details', details);
    await step('hours', hours);
    await step('services', { services: 'passport' });
    await step('planner', planner);
    await step('hours', { ...hours, afternoonDays: [], desks: '1' });
    await step('planner', planner);
    expect((await settings.current.admin.get(`${base}/publish`)).body).toContain('35 posti in questa settimana');
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM planner WHERE office_id = ${settings.current.office.officeId}`.execute(
      deps.current.db,
    );
    expect(rows[0]?.count).toBe(1);
  });

  it('opens no step before its ground is there, and nothing to those who do not administer the office', async () => {
    const { admin, as } = settings.current;
    for (const name of ['hours', 'services', 'planner', 'publish', 'done']) {
      const answer = await admin.get(`${base}/${name}`);
      expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringMatching(/set-up(\/details)?$/)]);
    }
    expect((await (await as('operator')).get(`${base}/details`)).statusCode).toBe(403);
  });

  it('says what is wrong with each field', async () => {
    const empty = await step('details', { address: '', email: 'no', phone: '12' });
    expect(empty.errors.map((line) => line.split(' ')[0])).toEqual(['#address', '#email', '#phone']);
    await step('details', details);
    for (const [change, fields] of [
      [{ morningDays: [] }, ['#morningDays']],
      [{ morningStarts: '25:00' }, ['#morningStarts']],
      [{ morningEnds: '08:00' }, ['#morningEnds']],
      [{ minutes: '240' }, ['#minutes']],
      [{ minutes: 'x', desks: '0' }, ['#minutes', '#desks']],
      [{ afternoonStarts: '12:00' }, ['#afternoonStarts']],
      [{ afternoonStarts: '', afternoonEnds: '' }, ['#afternoonStarts']],
    ] as const) {
      const answer = await step('hours', { ...hours, ...change } as Record<string, string | string[]>);
      expect([answer.status, answer.errors.map((line) => line.split(' ')[0])]).toEqual([422, fields]);
    }
    await step('hours', hours);
    expect((await step('services', {})).errors[0]).toContain('#services');
    expect((await step('services', { services: 'no-such-service' })).status).toBe(422);
    await step('services', { services: 'passport' });
    for (const from of ['', '2026-02-31', '2020-01-01', '2027-11-30']) {
      expect((await step('planner', { ...planner, from })).errors[0]).toContain('#from');
    }
    expect((await step('planner', { ...planner, horizonDays: '9999' })).errors[0]).toContain('#horizonDays');
  });
});
