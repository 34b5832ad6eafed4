import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seatFaults } from '#features/booking/index.ts';
import { readPostmasterFile } from '#launch/postgres/postmaster-file.ts';
import { runningDatabaseUrl } from '#launch/running-database.ts';
import { createDb, createPool, type Db } from '#platform/database.ts';
import { projectPath } from '#platform/root.ts';
import { type RunningTurno, startTurno, temporaryData } from '#test/running-turno.ts';

const people = 300;
const office = 'cons-london';
const service = 'passport';

/** What a client was told: a booking's code, or that there was no seat. */
type Told = { code: string } | 'full';

describe.skipIf(process.platform !== 'linux')('a rush in which processes are killed', { timeout: 180_000 }, () => {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  let turno: RunningTurno;
  let tokens: string[];
  let slots: { id: string; free: number }[];
  beforeAll(async () => {
    data = await temporaryData();
    turno = await startTurno({ ...data, env: { TURNO_DEMO_CITIZENS: String(people), TURNO_LIMITS: 'off' } });
    tokens = await sessions(data.dataFolder);
    slots = (await fewSlots(turno.address)).slice(0, 12);
  }, 120_000);
  afterAll(async () => {
    await turno.stop();
    await data.remove();
  });

  it('keeps every acknowledged booking, doubles none and loses no seat', async () => {
    const seats = slots.reduce((sum, slot) => sum + slot.free, 0);
    expect(seats).toBeLessThan(people);
    let answered = 0;
    const rush = Promise.all(
      tokens.map(async (token, index) => {
        const told = await bookUntilTold(turno.address, { token, index, slot: slots[index % slots.length]?.id ?? '' });
        answered += 1;
        return told;
      }),
    );
    await until(() => answered > people / 10);
    await kill('serve');
    const afterFirst = answered;
    await until(() => answered > afterFirst + people / 10);
    await kill('postgres');
    const told = await rush;

    const codes = told.flatMap((one) => (one === 'full' ? [] : [one.code]));
    expect(new Set(codes).size).toBe(codes.length);
    await withDatabase(data.dataFolder, async (db) => {
      const kept = await db
        .selectFrom('booking')
        .select(['code', 'account_id'])
        .where('code', 'in', codes)
        .where('live', '=', true)
        .execute();
      expect(kept).toHaveLength(codes.length);
      const ours = await db
        .selectFrom('booking')
        .innerJoin('account', 'account.id', 'booking.account_id')
        .select(['booking.account_id'])
        .where('account.email', 'like', 'citizen-%@demo.example')
        .execute();
      expect(new Set(ours.map((row) => row.account_id)).size).toBe(ours.length);
      // Nobody was told of a seat that another got, and nobody who was told "full" has one.
      expect(ours).toHaveLength(codes.length);
      await expect.poll(() => seatFaults(db), { timeout: 10_000 }).toEqual([]);
    });
    expect(codes.length).toBeLessThanOrEqual(seats);
    expect(codes.length).toBeGreaterThan(seats * 0.9);
  });

  async function kill(part: 'serve' | 'postgres'): Promise<void> {
    const pid =
      part === 'postgres'
        ? (await readPostmasterFile(join(data.dataFolder, 'postgres')))?.pid
        : await childPid(turno, part);
    if (pid === undefined) throw new Error(`${part} does not run`);
    process.kill(pid, 'SIGKILL');
  }
});

/** Holds a seat and books it, trying again as a careful client does: the same key for the same wish. */
async function bookUntilTold(address: string, client: { token: string; index: number; slot: string }): Promise<Told> {
  const call = (path: string, key: string, body: object) =>
    tryUntilAnswered(`${address}/api/v1${path}`, client.token, key, body);
  for (let round = 1; round <= 3; round += 1) {
    const held = await call('/holds', `hold-${client.index}-${round}`, {
      office,
      service,
      slot: client.slot,
      party: 1,
    });
    if (held.status === 409 && held.body['type']?.toString().endsWith('/slot-full')) return 'full';
    expect(held, JSON.stringify(held)).toMatchObject({ status: 201 });
    const person = {
      givenName: 'Prova',
      familyName: `Corsa ${client.index}`,
      birthDate: '1980-05-05',
      relationship: 'self',
    };
    const booked = await call('/bookings', `book-${client.index}-${round}`, {
      hold: held.body['id'],
      people: [person],
      privacyAccepted: true,
    });
    if (booked.status === 410) continue;
    expect(booked, JSON.stringify(booked)).toMatchObject({ status: 201 });
    return { code: String(booked.body['code']) };
  }
  throw new Error('the hold was lost three times');
}

async function tryUntilAnswered(
  url: string,
  token: string,
  key: string,
  body: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
        body: JSON.stringify(body),
      });
      // The API answers with objects.
      if (response.status < 500)
        return { status: response.status, body: (await response.json()) as Record<string, unknown> };
      await response.arrayBuffer();
    } catch {
      // The process that should have answered was killed.
    }
    await pause(100 + Math.random() * 100);
  }
  throw new Error(`no answer from ${url}`);
}

async function fewSlots(address: string): Promise<{ id: string; free: number }[]> {
  const days = await get<{ days: { date: string }[] }>(`${address}/api/v1/offices/${office}/services/${service}/days`);
  const date = days.days.at(10)?.date ?? '';
  return (
    await get<{ items: { id: string; free: number }[] }>(
      `${address}/api/v1/offices/${office}/services/${service}/slots?date=${date}`,
    )
  ).items;
}

async function get<Body>(url: string): Promise<Body> {
  const response = await fetch(url);
  // Named by the caller: a test's own reading of the API.
  return (await response.json()) as Body;
}

async function sessions(dataFolder: string): Promise<string[]> {
  const arguments_ = [projectPath('dist', 'main.js'), 'demo', 'sessions', String(people)];
  const { TZ: _zone, DATABASE_URL: _url, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, arguments_, {
    env: { ...env, TURNO_DATA: dataFolder, TURNO_DEMO: 'on' },
  });
  return stdout.trim().split('\n');
}

async function childPid(turno: RunningTurno, part: string): Promise<number | undefined> {
  const { pid = 0 } = turno.launcher;
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number);
  for (const child of children) {
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (command.endsWith(`\0${part}\0`)) return child;
  }
  return undefined;
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await pause(5);
}

async function withDatabase(dataFolder: string, check: (db: Db) => Promise<void>): Promise<void> {
  const url = await runningDatabaseUrl(dataFolder);
  if (url === undefined) throw new Error('the database does not run');
  const db = createDb(createPool(url, { max: 2, name: 'turno-test', onError: () => undefined }));
  try {
    await check(db);
  } finally {
    await db.destroy();
  }
}
