import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { faults, happen } from '#test/rush/faults.ts';
import { runRound } from '#test/rush/round.ts';
import { demoTokens } from '#test/rush/tokens.ts';
import { type RunningTurno, startTurno, temporaryData } from '#test/running-turno.ts';

const usage = `Usage: npm run chaos -- [--rounds N] [--workers N] [--json FILE]

Rounds of bookings and waiting rooms while processes are killed and stopped and connections are cut (3 rounds, 2 web
processes). Ends with 1 when anything is not as people were told. Needs Linux.
`;

const peopleOfRound = 96;
/** Share of the requests whose connection is cut on the way. */
const cuts = 0.1;

interface Report {
  readonly rounds: number;
  readonly faults: Record<string, number>;
  acknowledged: number;
  readonly violations: string[];
}

async function main(): Promise<number> {
  const { rounds, workers, json } = readArguments();
  if (!(rounds >= 1) || !(workers >= 1)) {
    console.error(usage);
    return 2;
  }
  const report: Report = { rounds, faults: {}, acknowledged: 0, violations: [] };
  const data = await temporaryData();
  const env = {
    TURNO_DEMO: 'on',
    TURNO_DEMO_CITIZENS: String(rounds * peopleOfRound),
    TURNO_LIMITS: 'off',
    TURNO_WORKERS: String(workers),
    TURNO_LOG: 'warn',
  };
  let turno = await startTurno({ ...data, env });
  const port = new URL(turno.address).port;
  const restart = async () => {
    turno.launcher.kill('SIGKILL');
    if (turno.launcher.exitCode === null && turno.launcher.signalCode === null) await once(turno.launcher, 'exit');
    turno = await startAgain(() => startTurno({ ...data, env: { ...env, PORT: port } }));
  };
  try {
    const tokens = await demoTokens(data.dataFolder, rounds * peopleOfRound);
    for (let round = 1; round <= rounds; round += 1) {
      const first = (round - 1) * peopleOfRound;
      const { acknowledged, violations } = await runRound(() => turno, {
        round,
        tokens: tokens.slice(first, first + peopleOfRound),
        first: first + 1,
        cuts,
        disturb: (over) => disturb(over, { turno: () => turno, restart, report }),
      });
      report.acknowledged += acknowledged;
      report.violations.push(...violations.map((violation) => `round ${round}: ${violation}`));
      console.log(`round ${round}: ${acknowledged} people answered, ${violations.length} violations`);
    }
  } finally {
    if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
    await turno.stop();
    await data.remove();
  }
  for (const violation of report.violations) console.log(violation);
  console.log(`faults: ${JSON.stringify(report.faults)}`);
  return report.violations.length === 0 ? 0 : 1;
}

/** Something goes wrong every second or two; in one round of three all of it is killed once and started again. */
async function disturb(
  over: () => boolean,
  { turno, restart, report }: { turno: () => RunningTurno; restart: () => Promise<void>; report: Report },
): Promise<void> {
  let restartAt = Math.random() < 1 / 3 ? 2 + Math.floor(Math.random() * 4) : -1;
  for (let at = 0; !over(); at += 1) {
    await pause(700 + Math.random() * 1_500);
    if (over()) return;
    const fault = at === restartAt ? 'restart all' : faults[Math.floor(Math.random() * faults.length)];
    if (fault === undefined) continue;
    report.faults[fault] = (report.faults[fault] ?? 0) + 1;
    if (fault !== 'restart all') await happen(turno(), fault);
    else await restart();
    if (at > restartAt) restartAt = -1;
  }
}

/** What was killed may take a moment to give back its port. */
async function startAgain(start: () => Promise<RunningTurno>): Promise<RunningTurno> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === 5) throw error;
      await pause(1_000);
    }
  }
}

function readArguments(): { rounds: number; workers: number; json: string | undefined } {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string', default: '3' },
        workers: { type: 'string', default: '2' },
        json: { type: 'string' },
      },
    });
    return { rounds: Number(values.rounds), workers: Number(values.workers), json: values.json };
  } catch {
    return { rounds: NaN, workers: NaN, json: undefined };
  }
}

process.exitCode = await main();
