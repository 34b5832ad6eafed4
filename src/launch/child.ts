import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { LaunchFailure } from './failure.ts';
import type { Running } from './keep-running.ts';

export interface ChildOptions {
  readonly command: 'prepare' | 'serve' | 'work';
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/**
 * Room for what lives for a moment, in MB. By itself the runtime takes 16 and keeps as much in reserve, twice; measured at
 * rest: web 110 → 88 MB, worker 65 → 51 MB.
 */
const youngSpace = { prepare: 16, serve: 8, work: 2 } as const;

/**
 * By how much memory may grow between two collections, in percent. The runtime takes up to four times what lives where a
 * machine has memory to spare; measured in a rush of 20,000 requests: 382 → 188 MB, for a tenth more of processor time.
 */
const growth = 30;

/**
 * Left to itself the C library keeps freed memory apart for each of the runtime's threads, and the more of it the larger the
 * pieces were that a picture or a document once took. Measured at rest: web 70 → 67 MB of its own.
 */
const malloc = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' };

const stopLimit = 20_000;
const readyLimit = 60_000;

/**
 * Starts this same program with another command, in a process group of its own (so that Ctrl-C reaches the launcher
 * alone) and with a channel whose closing tells it that the launcher is gone.
 */
export async function startChild(options: ChildOptions): Promise<Running & { ready: Promise<void> }> {
  const log = await open(options.logFile, 'a', 0o600);
  const program = process.argv[1] ?? '';
  const flags = [`--max-semi-space-size=${youngSpace[options.command]}`, `--heap-growing-percent=${growth}`];
  const child = spawn(process.execPath, [...flags, program, options.command], {
    env: { ...malloc, ...options.env },
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    detached: true,
  });
  await log.close();

  let failure: LaunchFailure | undefined;
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  ready.catch(() => undefined);
  child.on('message', (message: { ready?: true; failure?: string }) => {
    if (message.ready) resolve();
    if (message.failure !== undefined) failure = new LaunchFailure(message.failure);
  });
  child.on('error', reject);
  const ended = new Promise<string>((resolveEnded) => {
    child.once('exit', (code, signal) => {
      const how = signal === null ? `code ${code}` : `signal ${signal}`;
      if (code === 0 && options.command === 'prepare') resolve();
      reject(
        failure ??
          new LaunchFailure(`${options.command} ended at its start (${how}); ${options.logFile} may tell why.`),
      );
      resolveEnded(how);
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const late = await Promise.race([ended, pause(stopLimit, undefined, { ref: false })]);
    if (late === undefined) child.kill('SIGKILL');
    await ended;
  };
  return { ready, ended, stop };
}

/** Waits until a service says that it is ready; one that stays silent is stopped. */
export async function untilReady(child: Running & { ready: Promise<void> }): Promise<Running> {
  const outcome = await Promise.race([child.ready.then(() => 'ready'), pause(readyLimit, 'silent', { ref: false })]);
  if (outcome === 'ready') return child;
  await child.stop();
  throw new LaunchFailure(`A part of Turno did not become ready within ${readyLimit / 1000} seconds.`);
}
