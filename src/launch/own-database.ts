import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connectionsNeeded } from '#platform/connections.ts';
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts';
import { keepRunning } from './keep-running.ts';
import { lockDataFolder } from './lock.ts';

export interface Database {
  /** May change when PostgreSQL was started again and its port had been taken. */
  url(): string;
  /** Where the data are, when not in the data folder. */
  readonly elsewhere?: string;
  stop(): Promise<void>;
}

interface Options {
  readonly dataFolder: string;
  readonly webProcesses: number;
  readonly say: (sentence: string) => void;
  /** Called when the address has changed. */
  readonly onMove: () => Promise<void>;
}

/** The PostgreSQL that came with npm, kept running, with the data folder locked against a second launcher. */
export async function ownDatabase({ dataFolder, webProcesses, say, onMove }: Options): Promise<Database> {
  const unlock = await lockDataFolder(dataFolder);
  const settings = { max_connections: String(connectionsNeeded(webProcesses)) };
  try {
    if (!existsSync(join(dataFolder, 'database-password'))) say(`First start: making a database in ${dataFolder} …`);
    let current: EmbeddedPostgres | undefined;
    const kept = await keepRunning(
      'PostgreSQL',
      async () => {
        const before = current;
        const port = before === undefined ? {} : { port: before.port };
        current = await startPostgres({ dataFolder, settings, ...port });
        if (before !== undefined && before.port !== current.port) void onMove();
        return current;
      },
      say,
    );
    const elsewhere = current?.elsewhere;
    if (elsewhere !== undefined) {
      say(`PostgreSQL's account cannot enter ${dataFolder}: the database is kept in ${elsewhere} instead.`);
    }
    return {
      url: () => current?.url ?? '',
      ...(elsewhere === undefined ? {} : { elsewhere }),
      stop: async () => {
        await kept.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
