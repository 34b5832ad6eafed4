import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { LaunchFailure } from '#launch/failure.ts';
import { untilTold } from '#launch/service.ts';
import { readConfig } from '#platform/config.ts';

/** `turno serve [--workers N]`: the web application, in one process or in several on one port. */
export async function serveCommand(args: string[]): Promise<void> {
  const asked = readArguments(args);
  if (asked !== undefined) process.env.TURNO_WORKERS = asked;
  const { webProcesses } = readConfig();
  if (webProcesses === 1 || cluster.isWorker) {
    const { serve } = await import('../serve.ts');
    return untilTold(serve);
  }
  // The web application is loaded by those it starts, not here.
  const { serveInProcesses } = await import('#launch/web/processes.ts');
  return untilTold(() => serveInProcesses({ count: webProcesses, say: (sentence) => console.error(sentence) }));
}

function readArguments(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { workers: { type: 'string' } } }).values.workers;
  } catch {
    throw new LaunchFailure('serve takes --workers N, and nothing else.');
  }
}
