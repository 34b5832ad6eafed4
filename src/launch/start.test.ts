import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningTurno, startTurno, temporaryData } from '#test/running-turno.ts';
import { readPostmasterFile } from './postgres/postmaster-file.ts';

describe.skipIf(process.platform !== 'linux')('npm start', { timeout: 90_000 }, () => {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  let turno: RunningTurno | undefined;
  beforeAll(async () => {
    data = await temporaryData();
  });
  afterEach(() => turno?.stop());
  afterAll(() => data.remove());

  it('shows the address, three people to log in as and where to read the e-mails', async () => {
    turno = await startTurno(data);
    expect(await status(turno, '/readyz')).toBe(200);
    for (const shown of ['citizen', 'operator', 'administrator', `${turno.address}/demo/mail`]) {
      expect(turno.output()).toContain(shown);
    }
    expect(await turno.stop()).toBe(0);
  });

  it.each([
    ['the web', 'serve'],
    ['the worker', 'work'],
    ['PostgreSQL', 'postgres'],
  ])('has %s back within five seconds of its being killed', async (_name, part) => {
    turno = await startTurno(data);
    const [killed = 0] = await partsOf(turno, part);
    process.kill(killed, 'SIGKILL');
    const revived = async () => (await partsOf(turno, part)).filter((pid) => pid !== killed).length;
    await expect.poll(revived, { timeout: 5_000 }).toBe(1);
    await expect.poll(() => status(turno, '/readyz'), { timeout: 5_000 }).toBe(200);
  });

  it('leaves nothing running when it is killed itself, and starts again with everything kept', async () => {
    turno = await startTurno(data);
    const before = await people(turno);
    const parts = (await Promise.all(['serve', 'work', 'postgres'].map((part) => partsOf(turno, part)))).flat();
    expect(parts).toHaveLength(3);
    turno.launcher.kill('SIGKILL');
    await expect.poll(async () => (await Promise.all(parts.map(commandOf))).join(''), { timeout: 20_000 }).toBe('');
    turno = await startTurno(data);
    expect(await people(turno)).toEqual(before);
  });

  it('refuses a second start on the same data', async () => {
    turno = await startTurno(data);
    await expect(startTurno(data)).rejects.toThrow('Turno is already running with the data');
  });
});

/** Process ids of the launcher's children that run this part. */
async function partsOf(turno: RunningTurno | undefined, part: string): Promise<number[]> {
  if (turno === undefined) return [];
  if (part === 'postgres') {
    const file = await readPostmasterFile(join(turno.dataFolder, 'postgres'));
    return file === undefined ? [] : [file.pid];
  }
  const { pid = 0 } = turno.launcher;
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number);
  const commands = await Promise.all(children.map(commandOf));
  return children.filter((_child, index) => commands[index]?.endsWith(`\0${part}\0`));
}

/** Empty when the process has ended, even if nobody has noticed yet. */
async function commandOf(pid: number): Promise<string> {
  return await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}

async function status(turno: RunningTurno | undefined, path: string): Promise<number> {
  if (turno === undefined) return 0;
  return await fetch(`${turno.address}${path}`).then(
    (response) => response.status,
    () => 0,
  );
}

async function people(turno: RunningTurno): Promise<unknown> {
  const response = await fetch(`${turno.address}/demo/people`, { headers: { accept: 'application/json' } });
  return await response.json();
}
