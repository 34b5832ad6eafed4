import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seatFaults } from '#features/booking/index.ts';
import { remakeOffice } from '#features/planner/index.ts';
import type { Deps } from '#platform/deps.ts';
import { projectPath } from '#platform/root.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { exportFiles } from './export-files.ts';
import { importFiles } from './import-files.ts';
import { kindNames } from './import-run.ts';

const examples = projectPath('docs', 'moving-in');
const [first, second] = [useDeps(), useDeps()];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moving-in-'));
  for (const deps of [first.current, second.current]) await furnish(deps);
});
afterAll(() => rm(folder, { recursive: true }));

/** What every installation has: countries, a catalogue, an administrator. */
async function furnish({ db }: Deps): Promise<void> {
  const text = (it: string) => JSON.stringify({ it });
  await sql`INSERT INTO country (code, name) VALUES ('IT', ${text('Italia')}), ('GB', ${text('Regno Unito')})`.execute(
    db,
  );
  for (const [code, name] of [
    ['cie', 'Carta d’identità elettronica'],
    ['passport', 'Passaporto'],
  ] as const) {
    await sql`
      INSERT INTO service (code, kinds, name, summary, instructions, documents, bookable, position)
      VALUES (${code}, '{consular,municipal}', ${text(name)}, ${text('—')}, '{}', '{}', true, 1)`.execute(db);
  }
  const admin = await buildAccount(db, 'rete@test.example');
  await db.insertInto('account_role').values({ account_id: admin, role: 'network-admin', office_id: null }).execute();
}

async function importAll(deps: Deps, path: string) {
  const choices = { tell: 'none', wrongCodes: 'take', past: 'refuse', source: null } as const;
  const faults: unknown[] = [];
  const outcome = await importFiles(deps, {
    paths: [path],
    apply: true,
    language: 'it',
    choices,
    onFault: (fault) => faults.push(fault),
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return { faults, files: outcome.files, published: outcome.published };
}

async function exported(deps: Deps, name: string, format: 'csv' | 'json' = 'csv') {
  const path = join(folder, name);
  const outcome = await exportFiles(deps, { folder: path, format, offices: [], only: [] });
  expect(outcome).toMatchObject({ ok: true });
  return path;
}

async function contentsOf(path: string): Promise<Record<string, string>> {
  const read = kindNames.map(async (kind) => [kind, await readFile(join(path, `${kind}.csv`), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}

it('the examples of the manual are taken whole', async () => {
  const { faults, files, published } = await importAll(first.current, examples);
  expect(faults).toEqual([]);
  expect(files.map(({ fault }) => fault).filter(Boolean)).toEqual([]);
  expect(published).toBeGreaterThan(0);
  expect(await seatFaults(first.current.db)).toEqual([]);
});

it('a seat beyond the horizon is one of those that the rules will make', async () => {
  const { db, clock } = first.current;
  const slotOf = async () => {
    const { rows } = await sql<{ plannerId: number; planned: number; capacity: number; taken: number }>`
      SELECT s.planner_id AS "plannerId", s.planned, s.capacity, s.taken FROM imported_booking i
      JOIN booking b ON b.id = i.booking_id JOIN slot s ON s.id = b.slot_id WHERE i.external_code = 'CIE/2026/0004'`.execute(
      db,
    );
    return rows[0];
  };
  const before = await slotOf();
  expect(before).toMatchObject({ planned: 0, capacity: 1, taken: 1 });
  await sql`UPDATE planner SET horizon_days = 200 WHERE id = ${before?.plannerId}`.execute(db);
  const officeId = (
    await db
      .selectFrom('planner')
      .select('office_id')
      .where('id', '=', before?.plannerId ?? 0)
      .executeTakeFirstOrThrow()
  ).office_id;
  await transact(db, (tx) => remakeOffice(tx, { officeId, now: clock.now() }).then(() => ({ ok: true as const })));
  expect(await slotOf()).toMatchObject({ planned: 2, capacity: 2, taken: 1 });
});

it('importing an export changes nothing where it comes from', async () => {
  const path = await exported(first.current, 'a');
  const before = await contentsOf(path);
  expect(before['appointments']?.split('\r\n').length).toBeGreaterThan(5);
  const { faults, files } = await importAll(first.current, path);
  expect(faults).toEqual([]);
  for (const { kind, counts, rows } of files) {
    expect([kind, Object.keys(counts)]).toEqual([kind, rows === 0 ? [] : ['same']]);
  }
  expect(await contentsOf(await exported(first.current, 'b'))).toEqual(before);
});

it('importing it elsewhere gives the same export, byte by byte', async () => {
  const { faults } = await importAll(second.current, join(folder, 'a'));
  expect(faults).toEqual([]);
  expect(await contentsOf(await exported(second.current, 'c'))).toEqual(await contentsOf(join(folder, 'a')));
  expect(await seatFaults(second.current.db)).toEqual([]);
});

it('as JSON lines it says the same', async () => {
  const path = await exported(first.current, 'json', 'json');
  const { faults, files } = await importAll(first.current, path);
  expect(faults).toEqual([]);
  expect(files.filter(({ counts }) => Object.keys(counts).some((what) => what !== 'same'))).toEqual([]);
});

it('only its owner may read the files', async () => {
  const mode = async (path: string) => (await stat(path)).mode & 0o777;
  expect(await mode(join(folder, 'a'))).toBe(0o700);
  expect(await mode(join(folder, 'a', 'appointments.csv'))).toBe(0o600);
});
