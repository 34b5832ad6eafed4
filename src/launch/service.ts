import { setTimeout as pause } from 'node:timers/promises';
import { giveBackAtRest } from '#platform/rest.ts';

const drainLimit = 15_000;

/**
 * Runs the web or the worker until a signal comes or the launcher is gone (its end of the channel closes), then lets
 * it finish what it has begun. Tells the launcher when it is ready.
 */
export async function untilTold(open: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  const supervised = process.connected === true;
  const told = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
    if (supervised) process.once('disconnect', resolve);
  });
  const opening = open();
  const service = await Promise.race([opening, told]);
  if (service === undefined) process.exit(0);
  if (supervised && process.connected) process.send?.({ ready: true });
  giveBackAtRest();
  await told;
  await Promise.race([service.close(), pause(drainLimit)]);
  process.exit(0);
}
