import { createPhotos } from '#features/demo/index.ts';
import { demoSessions } from '#features/identity/index.ts';
import { ConfigError } from '#platform/config.ts';
import type { Deps } from '#platform/deps.ts';
import { createDeps } from '../create-deps.ts';

/** `demo sessions N` prints N session tokens, one a line, for load generators; `demo photos` draws the demo's photos. */
export async function demoCommand([what, count]: string[]): Promise<void> {
  const n = Number(count);
  const isSessions = what === 'sessions' && Number.isInteger(n) && n >= 1;
  if (!isSessions && what !== 'photos') throw new ConfigError('Usage: turno demo sessions N, or turno demo photos');
  const { deps, close } = createDeps('command');
  try {
    await (isSessions ? printSessions(deps, n) : createPhotos(deps));
  } finally {
    await close();
  }
}

async function printSessions(deps: Deps, n: number): Promise<void> {
  const tokens = await demoSessions(deps, n);
  if (tokens.length < n) {
    const advice = 'start Turno with TURNO_DEMO_CITIZENS=N to have more';
    process.stderr.write(`Only ${tokens.length} of ${n} citizens exist: ${advice}.\n`);
    process.exitCode = 1;
  }
  process.stdout.write(tokens.map((token) => `${token}\n`).join(''));
}
