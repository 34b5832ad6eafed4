import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keepRunning, type Running } from './keep-running.ts';

describe('what is kept running', () => {
  it('is started again soon after it was killed, and not any more after it was stopped', async () => {
    const pids: number[] = [];
    const said: string[] = [];
    const kept = await keepRunning(
      'The sleeper',
      () => sleeper(pids),
      (sentence) => said.push(sentence),
    );
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await expect.poll(() => pids.length, { timeout: 5_000 }).toBe(2);
    await expect
      .poll(() => said)
      .toEqual(['The sleeper ended (signal SIGKILL); it is being started again.', 'The sleeper is running again.']);
    await kept.stop();
    await pause(400);
    expect(pids).toHaveLength(2);
    expect(isGone(pids[1] ?? 0)).toBe(true);
  });

  it('is tried again when it could not be started, once it had run', async () => {
    const pids: number[] = [];
    let broken = false;
    const said: string[] = [];
    const launch = async () => {
      if (broken) throw new Error('no room');
      return await sleeper(pids);
    };
    const kept = await keepRunning('The sleeper', launch, (sentence) => said.push(sentence));
    broken = true;
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await expect.poll(() => said).toContain('The sleeper could not be started: no room');
    broken = false;
    await expect.poll(() => pids.length, { timeout: 5_000 }).toBe(2);
    await kept.stop();
  });

  it('tells at once why it cannot be started at all', async () => {
    const launch = () => Promise.reject(new Error('no room'));
    await expect(keepRunning('The sleeper', launch, () => undefined)).rejects.toThrow('no room');
  });
});

async function sleeper(pids: number[]): Promise<Running> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  pids.push(child.pid ?? 0);
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(`signal ${signal ?? code}`)),
  );
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { ended, stop };
}

function isGone(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
}
