import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { buildPlanner, byManager, publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { transact } from '#platform/transaction.ts';
import { freeDays } from '../availability/free-days.query.ts';
import { offeringReleases } from '../availability/releases.query.ts';
import { findPlanner } from '../planner.query.ts';
import { copyPlanner } from '../editing/copy-planner.ts';
import { savePlanner } from '../editing/save-planner.ts';
import { listVersions } from '../editing/versions.query.ts';
import { findPlan } from '../plan.query.ts';
import { publishPlanner } from '../slots/publish.ts';
import { cancelRelease } from './cancel-release.ts';
import { planRelease, type ReleaseTime, type ReleaseWish } from './plan-release.ts';
import type { ReleaseRule } from './release-rule.rules.ts';
import { ruleEffect } from './rule-effect.query.ts';
import { watchReleases } from './sold-out.job.ts';

const deps = useDeps();
const at = (text: string) => Temporal.Instant.from(text);
const start = '2026-11-22T10:00:00Z';
const byHand: ReleaseRule = { kind: 'by-hand' };

/** Three slots of two seats a day, 14 days ahead. */
async function open(rule: ReleaseRule | null = byHand, now = start) {
  const { db } = deps.current;
  const office = await buildOffice(db, { zone: 'Europe/London' });
  await sql`DELETE FROM slot WHERE planner_id = ${office.plannerId}`.execute(db);
  await sql`DELETE FROM planner WHERE id = ${office.plannerId}`.execute(db);
  const plannerId = await buildPlanner(db, { officeId: office.officeId, offeringIds: [office.offeringId] });
  await sql`UPDATE planner SET release_rule = ${rule && JSON.stringify(rule)}::jsonb WHERE id = ${plannerId}`.execute(
    db,
  );
  await publish(db, plannerId, at(now));
  return { ...office, plannerId };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function plan(office: Opened, when: ReleaseTime, more: Partial<ReleaseWish> = {}, now = start) {
  const { db } = deps.current;
  const editing = await byManager(db, office.plannerId, at(now));
  const wish = {
    plannerId: office.plannerId,
    firstDay: '2026-11-23',
    lastDay: '2026-11-30',
    seats: null,
    when,
    ...more,
  };
  return transact(db, (tx) => planRelease(tx, { ...editing, wish }));
}

const days = async (office: Opened, now: string) => {
  const free = await freeDays(deps.current.db, { offeringId: office.offeringId, now: at(now) });
  return {
    days: free.days.map(({ date, free: seats }) => `${date.toString()} ${seats}`),
    next: free.nextRelease?.toString(),
  };
};
const saveRule = async (office: Opened, releaseRule: ReleaseRule | null, now: string) => {
  const { db } = deps.current;
  const planner = await findPlanner(db, office);
  if (!planner) throw new Error('no planner');
  const { name, horizonDays, noticeMinutes, releaseTime } = planner;
  const settings = { name, horizonDays, noticeMinutes, releaseTime, offeringIds: [office.offeringId], releaseRule };
  const editing = await byManager(db, office.plannerId, at(now));
  await transact(db, (tx) => savePlanner(tx, { ...editing, settings }));
};

describe('seats that an office opens by hand', () => {
  it('open now, so many whole times of the days it says', async () => {
    const office = await open();
    expect(await days(office, start)).toEqual({ days: [], next: undefined });
    const outcome = await plan(office, { kind: 'now' }, { seats: 7, lastDay: '2026-11-24' });
    expect(outcome).toMatchObject({ ok: true, releases: [{ seats: 8 }] });
    expect((await days(office, start)).days).toEqual(['2026-11-23 6', '2026-11-24 2']);
    const again = await plan(office, { kind: 'now' }, { lastDay: '2026-11-24' });
    expect(again).toMatchObject({ ok: true, releases: [{ seats: 4 }] });
    expect(await plan(office, { kind: 'now' }, { lastDay: '2026-11-24' })).toEqual({ ok: false, reason: 'no-seats' });
  });

  it('open at an instant, to the second, beyond the horizon too, and citizens are told when', async () => {
    const office = await open();
    const far = { firstDay: '2027-03-01', lastDay: '2027-03-31', seats: 35 };
    const outcome = await plan(office, { kind: 'at', instants: [at('2026-11-25T18:00:00Z')] }, far);
    expect(outcome).toMatchObject({ ok: true, releases: [{ seats: 36 }] });
    expect(await days(office, '2026-11-25T17:59:59Z')).toEqual({ days: [], next: '2026-11-25T18:00:00Z' });
    const after = await days(office, '2026-11-25T18:00:00Z');
    expect([after.days.length, after.days[0]]).toEqual([6, '2027-03-01 6']);
    const [release] = await offeringReleases(deps.current.db, { offeringId: office.offeringId, now: at(start) });
    expect(release).toMatchObject({ kind: 'batch', seats: 36, soldOutAt: null });
  });

  it('open at several instants, each with its seats, the earliest days first', async () => {
    const office = await open();
    const instants = ['2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z'].map(at);
    await plan(office, { kind: 'at', instants }, { firstDay: '2026-11-28', seats: 6 });
    expect((await days(office, '2026-11-23T08:00:00Z')).days).toEqual(['2026-11-28 6']);
    expect((await days(office, '2026-11-24T08:00:00Z')).days).toEqual(['2026-11-28 6', '2026-11-29 6']);
  });

  it('drip out, and the rest of a drip can be taken back', async () => {
    const office = await open();
    const drip = { from: '09:00', until: '18:00', everyMinutes: 60, seatsEach: 2, clock: 'office' } as const;
    await plan(office, { kind: 'drip', since: at('2026-11-23T09:00:00Z'), ...drip }, { firstDay: '2026-11-25' });
    expect(await days(office, '2026-11-23T10:30:00Z')).toEqual({
      days: ['2026-11-25 4'],
      next: '2026-11-23T11:00:00Z',
    });
    const { db } = deps.current;
    const { rows } = await sql<{ id: string }>`SELECT id FROM release WHERE planner_id = ${office.plannerId}`.execute(
      db,
    );
    const editing = await byManager(db, office.plannerId, at('2026-11-23T10:30:00Z'));
    const cancel = () => transact(db, (tx) => cancelRelease(tx, { ...editing, releaseId: rows[0]?.id ?? '' }));
    expect(await cancel()).toMatchObject({ ok: true, seats: 32 });
    expect(await days(office, '2026-11-29T11:00:00Z')).toEqual({ days: [], next: undefined });
    expect(await cancel()).toEqual({ ok: false, reason: 'already-open' });
  });

  it('are refused in the past, for a planner that is off, and for another office’s', async () => {
    const office = await open();
    expect(await plan(office, { kind: 'at', instants: [at(start)] })).toEqual({ ok: false, reason: 'in-the-past' });
    await sql`UPDATE planner SET published = false WHERE id = ${office.plannerId}`.execute(deps.current.db);
    expect(await plan(office, { kind: 'now' })).toEqual({ ok: false, reason: 'not-published' });
    const other = await open();
    expect(await plan(office, { kind: 'now' }, { plannerId: other.plannerId })).toEqual({
      ok: false,
      reason: 'unknown-planner',
    });
  });

  it('go back to the rule when a plan is cancelled before it opens', async () => {
    const { db } = deps.current;
    const office = await open(null);
    // By the rule 7 December opens at midnight of the 23rd: the office keeps it for the 25th, then thinks again.
    const wish = { firstDay: '2026-12-07', lastDay: '2026-12-07' };
    const outcome = await plan(office, { kind: 'at', instants: [at('2026-11-25T08:00:00Z')] }, wish);
    expect((await days(office, '2026-11-23T12:00:00Z')).days.at(-1)).toBe('2026-12-06 6');
    const releaseId = outcome.ok ? (outcome.releases[0]?.id ?? '') : '';
    const editing = await byManager(db, office.plannerId, at(start));
    expect(await transact(db, (tx) => cancelRelease(tx, { ...editing, releaseId }))).toMatchObject({ ok: true });
    expect((await days(office, '2026-11-23T12:00:00Z')).days.at(-1)).toBe('2026-12-07 6');
  });
});

describe('another rule', () => {
  it('leaves open what is open, says what it opens at once, and decides about the rest', async () => {
    const { db } = deps.current;
    const office = await open(byHand);
    await plan(office, { kind: 'now' }, { lastDay: '2026-11-24' });
    const rule: ReleaseRule = {
      kind: 'weekly',
      clock: 'office',
      moments: [{ weekday: 1, time: '17:00' }],
      spreadMinutes: 0,
    };
    const before = await findPlan(db, office.plannerId);
    if (!before) throw new Error('no plan');
    const effect = await ruleEffect(db, { plan: { ...before, releaseRule: rule }, now: at(start) });
    // The last Monday was the 16th: everything up to the 30th would be open by now.
    expect(effect).toMatchObject({ opening: 36, early: 0, never: 0 });
    expect(effect.next[0]).toMatchObject({ opensAt: at('2026-11-23T17:00:00Z'), seats: 42 });
    await saveRule(office, rule, start);
    expect((await days(office, start)).days).toHaveLength(8);
    await saveRule(office, byHand, start);
    expect((await days(office, start)).days).toHaveLength(8);
    expect(await days(office, '2026-11-29T12:00:00Z')).toEqual({ days: ['2026-11-30 6'], next: undefined });
  });
});

describe('when a release sold out', () => {
  it('is when the last seat was held for the first time', async () => {
    const { db } = deps.current;
    const office = await open();
    await plan(office, { kind: 'now' }, { lastDay: '2026-11-23' });
    const clock = { now: () => at('2026-11-22T10:05:00Z') };
    expect(await watchReleases({ db, clock })).toBe(0);
    await sql`
      INSERT INTO hold (id, owner, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state, created_at,
                        first_expires_at, expires_at)
      SELECT gen_random_uuid(), 'b:' || id, ARRAY[id], id, planner_id, ${office.offeringId}, day, starts_at, ends_at, 2, 'live',
             '2026-11-22T10:00:08Z', '2026-11-22T10:10:08Z', '2026-11-22T10:10:08Z'
      FROM slot WHERE planner_id = ${office.plannerId} AND day = '2026-11-23' AND planned > 0`.execute(db);
    await sql`UPDATE slot SET taken = 2 WHERE planner_id = ${office.plannerId} AND day = '2026-11-23' AND planned > 0`.execute(
      db,
    );
    expect(await watchReleases({ db, clock })).toBe(1);
    const [release] = await offeringReleases(db, { offeringId: office.offeringId, now: at(start) });
    expect(release).toMatchObject({ kind: 'manual', seats: 6, soldOutAt: at('2026-11-22T10:00:08Z') });
  });
});

it('what a drawn moment comes from is the planner’s alone, and in nothing that is read, copied or kept of it', async () => {
  const { db } = deps.current;
  const rule: ReleaseRule = { kind: 'rolling', clock: 'office', weekdays: [1, 3], time: '09:00', spreadMinutes: 540 };
  const office = await open();
  await saveRule(office, rule, start);
  const editing = await byManager(db, office.plannerId, at(start));
  await transact(db, (tx) => publishPlanner(tx, { ...editing, plannerId: office.plannerId }));
  const copy = await transact(db, (tx) => copyPlanner(tx, { ...editing, plannerId: office.plannerId, name: 'Copia' }));
  const { rows } = await sql<{ id: number; secret: string }>`
    SELECT id, release_secret AS secret FROM planner WHERE release_rule IS NOT NULL AND office_id = ${office.officeId} ORDER BY id`.execute(
    db,
  );
  expect(rows.map(({ id }) => id)).toEqual([office.plannerId, copy.ok ? copy.plannerId : 0]);
  expect(new Set(rows.map(({ secret }) => secret)).size).toBe(2);
  const [secret = ''] = rows.map((row) => row.secret);
  expect(secret).toHaveLength(72);
  const versions = await listVersions(db, { plannerId: office.plannerId, before: null, limit: 9 });
  expect(versions[0]?.settings.releaseRule).toEqual(rule);
  const planner = await findPlanner(db, { officeId: office.officeId, plannerId: office.plannerId });
  const { rows: kept } = await sql`
    SELECT to_jsonb(v) FROM planner_version v UNION ALL SELECT to_jsonb(e) FROM planner_edit e
    UNION ALL SELECT to_jsonb(a) FROM audit_entry a UNION ALL SELECT to_jsonb(r) FROM release r`.execute(db);
  expect(kept.length).toBeGreaterThan(4);
  expect(JSON.stringify([kept, versions, planner])).not.toContain(secret);
  const drawn = await offeringReleases(db, { offeringId: office.offeringId, now: at(start) });
  for (const { opensAt, opensBy } of drawn) expect(opensBy?.since(opensAt).total('minutes')).toBe(540);
});
