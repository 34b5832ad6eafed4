import { connect } from 'node:net';
import type { Config } from '#platform/config.ts';

const patience = 3_000;

/** Why e-mail that comes back would not be noticed, each in a sentence for the administrator. */
export async function returnFaults(
  config: Pick<Config, 'demo' | 'smtpUrl' | 'bounceAddress' | 'bounceListen'>,
): Promise<string[]> {
  const { demo, smtpUrl, bounceAddress, bounceListen } = config;
  if (!demo && smtpUrl !== undefined && bounceAddress === undefined)
    return ['E-mail that comes back later is not noticed: set TURNO_BOUNCE_ADDRESS.'];
  // In the demo the port is any free one.
  if (bounceListen === undefined || bounceListen.port === 0) return [];
  const { host, port } = bounceListen;
  if (await answers(host, port)) return [];
  return [`Nothing answers at ${host}:${port}, where e-mail that comes back is taken. Is the worker running?`];
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: patience });
    const end = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('data', end(true)).once('timeout', end(false)).once('error', end(false)).once('close', end(false));
  });
}
