import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { LaunchFailure } from '../failure.ts';
import { keepRunning, type Running } from '../keep-running.ts';
import { gatherMetrics } from './gather-metrics.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { heartbeat } from './siblings.ts';

const readyLimit = 60_000;
const stopLimit = 18_000;
/** A process that says nothing for so many heartbeats hangs, and is ended. */
const mostSilent = 6;

/**
 * The web in several processes on one port. This process holds the port and hands each new connection to the next of them
 * that takes it; it reads nothing and knows no feature. One that ends, however, is started again while the others go on,
 * and one that hangs is ended. Answers once all of them listen.
 */
export async function serveInProcesses(options: {
  count: number;
  say: (sentence: string) => void;
}): Promise<{ close(): Promise<void> }> {
  const { count, say } = options;
  // The default, said aloud: the kernel would give most connections to one process, and those it had queued would die with it.
  cluster.schedulingPolicy = cluster.SCHED_RR;
  const listening = new Set<Worker>();
  let allListened = false;

  const launch = async (): Promise<Running> => {
    const process_ = await startWorker(count, listening);
    if (allListened) tell(process_.worker, { allListen: true });
    return process_;
  };
  const starting = Array.from({ length: count }, (_, index) => keepRunning(`Web process ${index + 1}`, launch, say));
  const started = await Promise.allSettled(starting);
  const kept = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const close = async () => void (await Promise.all(kept.map((one) => one.stop())));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  allListened = true;
  for (const worker of listening) tell(worker, { allListen: true });
  return { close };
}

async function startWorker(count: number, listening: Set<Worker>): Promise<Running & { worker: Worker }> {
  const worker = cluster.fork({ TURNO_WORKERS: String(count) });
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  let failure: string | undefined;
  let silent = 0;
  const metrics = gatherMetrics(worker, () => listening);
  worker.on('message', (message: FromWorker) => {
    silent = 0;
    if (message.ready) resolve();
    if (message.failure !== undefined) failure = message.failure;
    metrics(message);
  });
  worker.on('error', reject);
  const ended = new Promise<string>((resolveEnded) => {
    worker.once('exit', (code, signal) => {
      listening.delete(worker);
      const how = signal ? `signal ${signal}` : `code ${code}`;
      reject(new LaunchFailure(failure ?? `it ended at its start (${how})`));
      resolveEnded(how);
    });
  });
  const watch = setInterval(() => {
    silent += 1;
    if (silent > mostSilent) worker.process.kill('SIGKILL');
  }, heartbeat).unref();
  void ended.then(() => clearInterval(watch));
  const stop = async () => {
    worker.process.kill('SIGTERM');
    const late = await Promise.race([ended, pause(stopLimit, undefined, { ref: false })]);
    if (late === undefined) worker.process.kill('SIGKILL');
    await ended;
  };
  const outcome = await Promise.race([ready.then(() => 'ready'), pause(readyLimit, 'silent', { ref: false })]);
  if (outcome === 'silent') {
    await stop();
    throw new LaunchFailure(`it did not become ready within ${readyLimit / 1000} seconds`);
  }
  listening.add(worker);
  return { worker, ended, stop };
}

function tell(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message);
}
