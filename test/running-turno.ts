import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectPath } from '#platform/root.ts';
import { quietPort } from './quiet-port.ts';

export interface RunningTurno {
  /** Without a final slash. */
  readonly address: string;
  readonly dataFolder: string;
  readonly launcher: ChildProcess;
  /** What the terminal has shown so far. */
  output(): string;
  /** Ends it as Ctrl-C does, and answers with the exit code. */
  stop(): Promise<number | null>;
}

const startLimit = 120_000;

/** A folder for a Turno of one's own, in the temporary folder; `remove` when its Turno has ended. */
export async function temporaryData(): Promise<{ dataFolder: string; remove: () => Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), `turno-test-${process.pid}-`));
  return { dataFolder, remove: () => rm(dataFolder, { recursive: true, force: true }) };
}

/** The whole product as `npm start` runs it, on a free port. Throws with what it printed when it ends instead. */
export async function startTurno(options: { dataFolder: string; env?: Record<string, string> }): Promise<RunningTurno> {
  await promisify(execFile)(process.execPath, [projectPath('scripts', 'build.mjs')]);
  const launcher = launch({ TURNO_DATA: options.dataFolder, PORT: String(await quietPort()), ...options.env });
  let output = '';
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => launcher.once('exit', (code) => resolve(code)));
  const address = await untilRunning(() => output, ended);
  if (address === undefined) {
    launcher.kill('SIGKILL');
    const log = await readFile(join(options.dataFolder, 'turno.log'), 'utf8').catch(() => '');
    throw new Error(`Turno did not start:\n${output}\n${log.slice(-4_000)}`);
  }
  const { dataFolder } = options;
  const stop = async () => {
    launcher.kill('SIGINT');
    return await ended;
  };
  return { address, dataFolder, launcher, output: () => output, stop };
}

function launch(settings: Record<string, string>): ChildProcess {
  // The settings of the test run are not those of an installation.
  const { TZ: _zone, DATABASE_URL: _url, VITEST: _vitest, ...env } = process.env;
  return spawn(process.execPath, [projectPath('dist', 'main.js'), 'start'], {
    env: { ...env, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function untilRunning(output: () => string, ended: Promise<unknown>): Promise<string | undefined> {
  let running = true;
  void ended.then(() => {
    running = false;
  });
  const deadline = performance.now() + startLimit;
  while (running && performance.now() < deadline) {
    const address = /Turno is running: +(http\S+)/.exec(output())?.[1];
    if (address !== undefined) return address;
    await pause(50);
  }
  return undefined;
}
