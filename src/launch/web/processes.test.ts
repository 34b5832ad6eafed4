import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pidsOf } from '#test/rush/processes.ts';
import { type RunningTurno, startTurno, temporaryData } from '#test/running-turno.ts';

describe.skipIf(process.platform !== 'linux')('the web in three processes', { timeout: 60_000 }, () => {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  let turno: RunningTurno;
  beforeAll(async () => {
    data = await temporaryData();
    turno = await startTurno({ ...data, env: { TURNO_WORKERS: '3', TURNO_LOG: 'warn' } });
  }, 120_000);
  afterAll(async () => {
    await turno.stop();
    await data.remove();
  });

  it('is ready when all of them are, and counts as one', async () => {
    expect(await pidsOf(turno, 'web-worker')).toHaveLength(3);
    expect((await fetch(`${turno.address}/readyz`)).status).toBe(200);
    for (let asked = 0; asked < 12; asked += 1) await ask('/healthz');
    const metrics = await (await fetch(`${turno.address}/metrics`)).text();
    expect(metrics).toMatch(/^turno_web_processes 3$/m);
    const answered = /^turno_http_requests_total\{method="GET",status="200"\} (\d+)$/m.exec(metrics)?.[1];
    expect(Number(answered)).toBeGreaterThan(12);
  });

  it('answers new connections while one of them is killed, which is back at once', async () => {
    const [killed = 0] = await pidsOf(turno, 'web-worker');
    process.kill(killed, 'SIGKILL');
    const answers = [];
    for (let asked = 0; asked < 20; asked += 1) answers.push(await ask('/healthz'));
    // One may have been handed over in the very moment of the kill.
    expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(19);
    await expect.poll(() => pidsOf(turno, 'web-worker'), { timeout: 10_000 }).toHaveLength(3);
    expect(await pidsOf(turno, 'web-worker')).not.toContain(killed);
  });

  it('answers all but one of its connections while one of them is stopped', async () => {
    const [stopped = 0] = await pidsOf(turno, 'web-worker');
    process.kill(stopped, 'SIGSTOP');
    try {
      const answers = await Promise.all(Array.from({ length: 12 }, () => ask('/healthz')));
      expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(11);
    } finally {
      process.kill(stopped, 'SIGCONT');
    }
  });

  it('finishes what it has begun when it is stopped', async () => {
    const begun = ask('/api/v1/offices?q=roma');
    await pause(20);
    const [web = 0] = await pidsOf(turno, 'web');
    process.kill(web, 'SIGTERM');
    expect(await begun).toBe(200);
  });

  /** Each over a connection of its own; 0 when nothing came. */
  async function ask(path: string): Promise<number> {
    const headers = { connection: 'close' };
    return fetch(`${turno.address}${path}`, { headers, signal: AbortSignal.timeout(3_000) }).then(
      ({ status }) => status,
      () => 0,
    );
  }
});
