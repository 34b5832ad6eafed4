import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, readConfig } from '#platform/config.ts';
import { giveBackAtRest } from '#platform/rest.ts';
import { startChild, untilReady } from './child.ts';
import { databaseFailure } from './database-address.ts';
import { demoNotice } from './demo-notice.ts';
import { greeting } from './greeting.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { type Database, ownDatabase } from './own-database.ts';
import { claimPort } from './port.ts';

const say = (sentence: string) => console.log(sentence);
const logLimit = 50_000_000;

/**
 * Everything, on one machine: PostgreSQL (unless DATABASE_URL is set), the schema and the data, the worker and the web.
 * Keeps them running until Ctrl-C, SIGTERM or the end of the script that started it, then stops them in the order that
 * loses nothing.
 */
export async function start(): Promise<void> {
  const asked = untilAsked();
  const undo: (() => Promise<void>)[] = [];
  try {
    await Promise.race([launch(undo), asked]);
    giveBackAtRest();
    await asked;
    say('Stopping: requests under way are finished first.');
  } finally {
    // What was started last is stopped first: the database outlives everybody who writes to it.
    while (undo.length > 0) await undo.pop()?.();
  }
  say('Turno has stopped.');
  process.exit(0);
}

async function launch(undo: (() => Promise<void>)[]): Promise<void> {
  // The demo is part of a first look; a real installation says TURNO_DEMO=off, or runs serve and work by itself.
  const given = { ...process.env, TURNO_DEMO: process.env.TURNO_DEMO || 'on' };
  const port = await claimPort(readConfig(given).host, readConfig(given).port);
  const config = readConfig({ ...given, PORT: String(port) });
  await mkdir(config.dataFolder, { recursive: true });
  const logFile = join(config.dataFolder, 'turno.log');
  await rotate(logFile);

  const services: Kept[] = [];
  const database = await openDatabase(config, () => Promise.all(services.map((service) => service.restart())));
  undo.push(() => database.stop());
  const env = () => ({ ...given, PORT: String(port), DATABASE_URL: database.url() });

  say('Bringing the database up to date …');
  const preparing = await startChild({ command: 'prepare', env: env(), logFile });
  undo.push(() => preparing.stop());
  await preparing.ready;
  undo.pop();
  const notice = await demoNotice({ url: database.url(), demo: config.demo });
  if (notice !== undefined) say(notice);

  for (const [name, command] of [
    ['The worker', 'work'],
    ['The web', 'serve'],
  ] as const) {
    const service = await keepRunning(
      name,
      async () => untilReady(await startChild({ command, env: env(), logFile })),
      say,
    );
    services.push(service);
    undo.push(() => service.stop());
  }
  const { elsewhere } = database;
  say(await greeting({ ...config, address: config.publicUrl, elsewhere, logFile }));
}

async function openDatabase(config: Config, onMove: () => Promise<unknown>): Promise<Database> {
  const { databaseUrl: url, dataFolder, webProcesses } = config;
  if (url === undefined)
    return ownDatabase({ dataFolder, webProcesses, say, onMove: async () => void (await onMove()) });
  const failure = await databaseFailure(url);
  if (failure !== undefined) throw failure;
  return { url: () => url, stop: async () => undefined };
}

/** A signal, a closed terminal, or the death of the script that started us (its end of the channel closes). */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.connected) process.once('disconnect', () => resolve());
  });
}

async function rotate(logFile: string): Promise<void> {
  const { size } = await stat(logFile).catch(() => ({ size: 0 }));
  if (size > logLimit) await rename(logFile, `${logFile}.1`);
}
