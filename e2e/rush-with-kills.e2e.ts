import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, happen } from '#test/rush/faults.ts';
import { pidsOf } from '#test/rush/processes.ts';
import { runRound } from '#test/rush/round.ts';
import { demoTokens } from '#test/rush/tokens.ts';
import { type RunningTurno, startTurno, temporaryData } from '#test/running-turno.ts';

const peopleOfRound = 80;
const processes = [1, 2, 4];
const killed: readonly Fault[] = ['kill web-worker', 'kill postgres'];

describe.skipIf(process.platform !== 'linux')('a rush in which processes are killed', { timeout: 180_000 }, () => {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  let turno: RunningTurno | undefined;
  let tokens: string[] = [];
  const start = (count: number) =>
    startTurno({
      ...data,
      env: {
        TURNO_DEMO_CITIZENS: String(processes.length * peopleOfRound),
        TURNO_LIMITS: 'off',
        TURNO_WORKERS: String(count),
      },
    });
  beforeAll(async () => {
    data = await temporaryData();
    turno = await start(1);
    tokens = await demoTokens(data.dataFolder, processes.length * peopleOfRound);
  }, 120_000);
  afterAll(async () => {
    await turno?.stop();
    await data.remove();
  });

  it.each(processes.map((count, index) => ({ count, first: index * peopleOfRound })))(
    'ends as people were told, with $count web processes: every seat booked once, every ticket with an outcome, a draw that verifies',
    async ({ count, first }) => {
      if (count > 1) {
        await turno?.stop();
        turno = await start(count);
      }
      const running = turno;
      if (running === undefined) throw new Error('Turno does not run');
      expect(await pidsOf(running, 'web-worker')).toHaveLength(count);
      const { acknowledged, violations } = await runRound(() => running, {
        round: count,
        tokens: tokens.slice(first, first + peopleOfRound),
        first: first + 1,
        cuts: 0.05,
        // In the middle: while people join, and while turns have come.
        disturb: async () => {
          for (const fault of killed) {
            await pause(2_500);
            await happen(running, fault);
          }
        },
      });
      expect(violations, running.output()).toEqual([]);
      expect(acknowledged).toBe(peopleOfRound);
    },
  );
});
