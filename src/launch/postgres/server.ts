import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { open, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './place.ts';

/** Settings of every embedded server; the test run loosens durability, nobody else. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  // What is read again comes from the system's own cache, which gives way when memory is short.
  shared_buffers: '32MB',
  // Processes that would wait for work that a database of one machine does not have.
  max_logical_replication_workers: '0',
  io_workers: '1',
  synchronous_commit: 'on',
  idle_in_transaction_session_timeout: '10s',
  deadlock_timeout: '1s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and details carry names and codes of people: the log keeps neither.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

export interface ServerOptions {
  readonly port: number;
  readonly logFile: string;
  readonly settings?: Record<string, string>;
}

export interface Server {
  readonly process: ChildProcess;
  /** Resolves, with the way it ended, when PostgreSQL is no more. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const logLimit = 10_000_000;

/** Starts PostgreSQL in a process group of its own, so that Ctrl-C reaches it only after the web has finished. */
export async function spawnServer(place: Place, options: ServerOptions): Promise<Server> {
  const { size } = await stat(options.logFile).catch(() => ({ size: 0 }));
  if (size > logLimit) await truncate(options.logFile);
  const log = await open(options.logFile, 'a', 0o600);
  const all = { ...settings, ...options.settings, port: String(options.port) };
  const args = ['-D', place.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const [command, ...rest] = withParentDeathSignal(place, [join(place.binaries, 'bin', 'postgres'), ...args]);
  const child = spawn(command, rest, {
    ...(hasSetpriv() ? {} : place.account),
    cwd: '/',
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  await log.close();
  const watchdog = hasSetpriv() ? undefined : spawnWatchdog(child);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `code ${code}` : `signal ${signal}`));
  });
  void ended.then(() => watchdog?.kill('SIGKILL'));
  return { process: child, ended, stop: () => stop(child, ended) };
}

/** Linux tells PostgreSQL to stop when the process that started it dies, even by kill -9. */
function withParentDeathSignal({ account }: Place, command: [string, ...string[]]): [string, ...string[]] {
  if (!hasSetpriv()) return command;
  const identity = account === undefined ? [] : [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return ['setpriv', ...identity, '--pdeathsig', 'INT', '--', ...command];
}

let setpriv: boolean | undefined;
function hasSetpriv(): boolean {
  setpriv ??=
    process.platform === 'linux' &&
    spawnSync('setpriv', ['--pdeathsig', 'INT', '--', 'true'], { stdio: 'ignore' }).status === 0;
  return setpriv;
}

/** Where there is no setpriv: a shell that waits for our end of a pipe to close, then stops PostgreSQL. */
function spawnWatchdog(server: ChildProcess): ChildProcess | undefined {
  if (server.pid === undefined) return undefined;
  const script = 'cat >/dev/null; kill -INT "$0" 2>/dev/null';
  const watchdog = spawn('/bin/sh', ['-c', script, String(server.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.on('error', () => undefined);
  watchdog.unref();
  return watchdog;
}

/** Open transactions are rolled back and everything is written out; after ten seconds recovery is left to the next start. */
async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const outcome = await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
    if (outcome !== undefined) return;
  }
}
