import { demoSessions } from '#features/identity/index.ts';
import { ConfigError } from '#platform/config.ts';
import { createDeps } from '../create-deps.ts';

/** `demo sessions N`: prints N session tokens, one a line, for load generators. */
export async function demoCommand([what, count]: string[]): Promise<void> {
  const n = Number(count);
  if (what !== 'sessions' || !Number.isInteger(n) || n < 1) throw new ConfigError('Usage: turno demo sessions N');
  const { deps, close } = createDeps('command');
  try {
    const tokens = await demoSessions(deps, n);
    if (tokens.length < n) {
      const advice = 'start Turno with TURNO_DEMO_CITIZENS=N to have more';
      process.stderr.write(`Only ${tokens.length} of ${n} citizens exist: ${advice}.\n`);
      process.exitCode = 1;
    }
    process.stdout.write(tokens.map((token) => `${token}\n`).join(''));
  } finally {
    await close();
  }
}
