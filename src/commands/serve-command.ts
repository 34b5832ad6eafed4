import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { LaunchFailure } from '#launch/failure.ts';
import { untilTold } from '#launch/service.ts';
import { readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';

const usage = 'serve takes --workers N, a number of processes from 1 to 64, and nothing else.';

/** `turno serve [--workers N]`: the web application, in one process or in several on one port. */
export async function serveCommand(args: string[]): Promise<void> {
  const config = readConfig();
  const count = askedFor(args) ?? config.webProcesses;
  if (count === 1 || cluster.isWorker) {
    const { serve } = await import('../serve.ts');
    return untilTold(serve);
  }
  // The web application is loaded by those it starts, not here.
  const { serveInProcesses } = await import('#launch/web/processes.ts');
  const log = createLog(config, 'web');
  return untilTold(() => serveInProcesses({ count, say: (sentence) => log.warn(sentence) }));
}

function askedFor(args: string[]): number | undefined {
  const asked = readArguments(args);
  if (asked === undefined) return undefined;
  if (!/^\d{1,2}$/.test(asked) || Number(asked) < 1 || Number(asked) > 64) throw new LaunchFailure(usage);
  return Number(asked);
}

function readArguments(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { workers: { type: 'string' } } }).values.workers;
  } catch {
    throw new LaunchFailure(usage);
  }
}
