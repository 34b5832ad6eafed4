import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { auditAnswer } from '../../../commands/audit-command.ts';
import { audit, linkEntries, notedHead, noteHead, startChain, verifyChain } from '../index.ts';
import { auditTasks } from '../tasks.ts';

const deps = useDeps();
let officeId = 0;
let operatorId = 0;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turno-audit-'));
  ({ officeId } = await buildOffice(deps.current.db));
  operatorId = await buildRole(deps.current.db, 'operator', officeId);
});
afterAll(() => rm(folder, { recursive: true }));

/** What somebody can do who has the database, and not the secret. */
async function tamper(...statements: string[]): Promise<void> {
  const tables = ['audit_entry', 'audit_link', 'audit_cut'];
  const all = (what: string) => tables.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER`);
  await deps.current.pool.query([...all('DISABLE'), ...statements, ...all('ENABLE')].join(';'));
}

async function write(count: number, action = 'see-booking'): Promise<void> {
  const { db, clock } = deps.current;
  for (let number = 1; number <= count; number += 1) {
    clock.advance({ seconds: 1 });
    const entry = { at: clock.now(), accountId: operatorId, officeId, action, subject: `booking:${number}` };
    await db.transaction().execute((tx) => audit(tx, { ...entry, detail: { number } }));
  }
}

const link = (most = 1_000) => linkEntries(deps.current, { now: deps.current.clock.now(), most });
const verify = () => verifyChain(deps.current, { now: deps.current.clock.now() });
const kinds = async () => (await verify()).faults.map(({ kind, seq }) => `${kind} ${seq}`);

beforeEach(async () => {
  await tamper(
    'DELETE FROM audit_entry',
    'DELETE FROM audit_link',
    'DELETE FROM audit_cut',
    'DELETE FROM audit_unlinked',
  );
  deps.current.clock.set(testNow);
  await write(6);
  await link(4);
  await link();
});

describe('the audit log', () => {
  it('is chained in the order in which it was written, and found to be whole', async () => {
    const report = await verify();
    expect(report).toMatchObject({ faults: [], links: 6, waiting: 0 });
    await write(2);
    expect(await verify()).toMatchObject({ faults: [], links: 6, waiting: 2 });
    expect((await link()).linked).toBe(2);
    expect(await verify()).toMatchObject({ faults: [], links: 8, waiting: 0 });
  });

  it('takes what is committed late after what was committed before it', async () => {
    const { db, clock } = deps.current;
    const entry = { at: clock.now(), accountId: operatorId, officeId, action: 'late', subject: null };
    const late = db.transaction().execute(async (tx) => {
      await audit(tx, entry);
      await write(1, 'early');
      await link();
    });
    await late;
    await link();
    const { rows } = await sql<{ action: string }>`
      SELECT e.action FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.seq DESC LIMIT 2`.execute(
      db,
    );
    expect(rows.map(({ action }) => action)).toEqual(['late', 'early']);
    expect((await verify()).faults).toEqual([]);
  });

  it('cannot be changed, deleted or emptied by the program', async () => {
    const { pool } = deps.current;
    for (const table of ['audit_entry', 'audit_link'])
      for (const statement of [
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `UPDATE ${table} SET ${table === 'audit_entry' ? "action = 'x'" : 'seq = seq + 1'}`,
      ])
        await expect(pool.query(statement), statement).rejects.toThrow('only added to');
  });
});

const third = '(SELECT entry_id FROM audit_link WHERE seq = 3)';
const shapes: [string, string[], string[]][] = [
  ['a changed word', [`UPDATE audit_entry SET subject = 'booking:99' WHERE id = ${third}`], ['changed 3']],
  ['a changed detail', [`UPDATE audit_entry SET detail = '{}' WHERE id = ${third}`], ['changed 3']],
  ['a changed time', [`UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE id = ${third}`], ['changed 3']],
  ['another person', [`UPDATE audit_entry SET office_id = NULL WHERE id = ${third}`], ['changed 3']],
  ['a removed entry', [`DELETE FROM audit_entry WHERE id = ${third}`], ['removed 3']],
  [
    'an entry removed with its link',
    [`DELETE FROM audit_entry WHERE id = ${third}`, 'DELETE FROM audit_link WHERE seq = 3'],
    ['gap 4'],
  ],
  [
    'a beginning removed with its links',
    [`DELETE FROM audit_entry WHERE id <= ${third}`, 'DELETE FROM audit_link WHERE seq <= 3'],
    ['gap 4'],
  ],
  [
    'a hole closed by counting anew',
    [
      `DELETE FROM audit_entry WHERE id = ${third}`,
      'DELETE FROM audit_link WHERE seq = 3',
      'UPDATE audit_link SET seq = seq - 1 WHERE seq = 4',
      'UPDATE audit_link SET seq = seq - 1 WHERE seq = 5',
      'UPDATE audit_link SET seq = seq - 1 WHERE seq = 6',
    ],
    ['changed 3', 'not-signed 3', 'changed 4', 'changed 5', 'not-signed 5'],
  ],
  [
    'two entries that changed places',
    [
      'UPDATE audit_link SET entry_id = CASE seq WHEN 2 THEN -(SELECT entry_id FROM audit_link WHERE seq = 3) ELSE -(SELECT entry_id FROM audit_link WHERE seq = 2) END WHERE seq IN (2, 3)',
      'UPDATE audit_link SET entry_id = -entry_id WHERE entry_id < 0',
    ],
    ['changed 2', 'changed 3'],
  ],
  [
    'a hash written by somebody',
    ["UPDATE audit_link SET hash = decode(repeat('00', 32), 'hex') WHERE seq = 6"],
    ['changed 6', 'not-signed 6'],
  ],
  ['an end without its signature', ['UPDATE audit_link SET signature = NULL WHERE seq = 6'], ['not-signed 6']],
  [
    'a signature of elsewhere',
    ['UPDATE audit_link SET signature = (SELECT signature FROM audit_link WHERE seq = 4) WHERE seq = 6'],
    ['not-signed 6'],
  ],
];

describe('somebody with the database is found out by', () => {
  it.each(shapes)('%s', async (_name, statements, expected) => {
    await tamper(...statements);
    expect(await kinds()).toEqual(expected);
  });

  it('an entry that was added and never chained', async () => {
    await write(1);
    await deps.current.pool.query('DELETE FROM audit_unlinked');
    expect((await verify()).faults).toEqual([]);
    deps.current.clock.advance({ minutes: 11 });
    expect(await kinds()).toEqual(['unlinked null']);
  });

  it('an entry removed before it was chained', async () => {
    await write(1);
    await tamper('DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)');
    expect(await kinds()).toEqual(['removed-unlinked null']);
  });

  it('an end cut off, where it was noted elsewhere; and the worker does not go on from it', async () => {
    const { head } = await verify();
    await tamper(
      'DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE seq > 4)',
      'DELETE FROM audit_link WHERE seq > 4',
    );
    const now = deps.current.clock.now();
    const report = await verifyChain(deps.current, { now, noted: [head] });
    expect(report.faults.map(({ kind }) => kind)).toEqual(['noted-missing']);
    await write(1);
    await expect(linkEntries(deps.current, { now, most: 10, noted: head })).rejects.toThrow('no longer has 6:');
  });

  it('a chain made anew without the secret; and the worker does not sign its end', async () => {
    await tamper("UPDATE audit_link SET hash = decode(repeat('11', 32), 'hex'), signature = NULL WHERE seq = 6");
    await write(1);
    await expect(link()).rejects.toThrow('was not signed here');
  });
});

describe('turno audit verify', () => {
  it('says that all is well, and from when on it is not', async () => {
    const here = { ...deps.current, config: { ...deps.current.config, dataFolder: folder } };
    const { head } = await verify();
    await noteHead(here.config, head);
    const fine = await auditAnswer(here, ['verify']);
    expect([fine.code, fine.said.split(' since')[0]]).toEqual([0, 'The audit log is as it was written: 6 entries']);
    await tamper(`UPDATE audit_entry SET action = 'see-receipt' WHERE id = ${third}`);
    const answer = await auditAnswer(here, ['verify']);
    expect(answer.code).toBe(1);
    expect(answer.said).toContain('link 3 (2026-11-22T10:00:06Z): was changed, or put in another place.');
    expect(answer.said).toContain('From 2026-11-22T10:00:06Z on the log is not proved');
    const elsewhere = await auditAnswer(here, ['verify', '--head', `6:${'ab'.repeat(32)}`]);
    expect(elsewhere.said).toContain('the end that was noted is not in the log');
    expect((await auditAnswer(here, ['verify', '--head', 'rubbish'])).code).toBe(2);
  });
});

describe('the worker', () => {
  it('chains what is written within moments, and notes the end outside of the database', async () => {
    const here = { ...deps.current, config: { ...deps.current.config, dataFolder: folder } };
    const { head } = await verify();
    await noteHead(here.config, head);
    await write(3);
    const loop = startChain(here);
    await vi.waitFor(async () => expect((await notedHead(here.config))?.seq).toBe(9), { timeout: 10_000 });
    await loop.stop();
    expect(await verify()).toMatchObject({ faults: [], links: 9, waiting: 0 });
  });
});

describe('retention of the log', () => {
  it('takes the beginning after five years to the second, and the rest is still proved', async () => {
    const { clock, config } = deps.current;
    clock.set(testNow);
    clock.advance({ seconds: 6 });
    clock.advance({ hours: 24 * config.keepAuditDays });
    await auditTasks['forget-audit']?.(deps.current, undefined);
    expect(await verify()).toMatchObject({ faults: [], links: 6 });
    await write(1);
    await link();
    await auditTasks['forget-audit']?.(deps.current, undefined);
    expect(await verify()).toMatchObject({ faults: [], links: 1, head: { seq: 7 } });
    clock.advance({ hours: 24 * config.keepAuditDays + 1 });
    await auditTasks['forget-audit']?.(deps.current, undefined);
    expect(await verify()).toMatchObject({ faults: [], links: 0, head: { seq: 7 } });
    await write(1);
    expect((await link()).head.seq).toBe(8);
    expect((await verify()).faults).toEqual([]);
  });

  it('keeps what is not as it was written, and a beginning taken by somebody else is seen', async () => {
    const { clock, config } = deps.current;
    await tamper(`UPDATE audit_entry SET action = 'x' WHERE id = ${third}`);
    clock.advance({ hours: 24 * config.keepAuditDays + 1 });
    await auditTasks['forget-audit']?.(deps.current, undefined);
    expect(await kinds()).toEqual(['changed 3']);
    await tamper(
      "INSERT INTO audit_cut SELECT seq, hash, now(), 'bGluaw.forged' FROM audit_link WHERE seq = 4",
      'DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE seq <= 4)',
      'DELETE FROM audit_link WHERE seq <= 4',
    );
    expect(await kinds()).toEqual(['not-signed 4']);
  });
});
