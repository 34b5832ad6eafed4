import type { Worker } from 'node:cluster';
import type { CountedMetrics, FromWorker, ToWorker } from './messages.ts';

/** One that does not answer in time, in milliseconds, is left out. */
const patience = 1_000;

interface Asking {
  readonly counted: CountedMetrics[];
  expected: number;
  done: () => void;
}

const asking = new Map<number, Asking>();
let asked = 0;

/** Lets a web process ask what all of them have counted: hears each of its messages. */
export function gatherMetrics(worker: Worker, all: () => Iterable<Worker>): (message: FromWorker) => void {
  return ({ wantsMetrics, metrics }) => {
    if (wantsMetrics !== undefined) void answer(worker, wantsMetrics, [...all()]);
    const open = metrics && asking.get(metrics.asked);
    if (!open) return;
    open.counted.push(metrics.counted);
    if (open.counted.length >= open.expected) open.done();
  };
}

async function answer(worker: Worker, wanted: number, all: readonly Worker[]): Promise<void> {
  asked += 1;
  const own = asked;
  const { promise, resolve } = Promise.withResolvers<void>();
  const open: Asking = { counted: [], expected: all.length, done: resolve };
  asking.set(own, open);
  const late = setTimeout(resolve, patience);
  for (const one of all) if (one.isConnected()) one.send({ tellMetrics: own } satisfies ToWorker);
  await promise;
  clearTimeout(late);
  asking.delete(own);
  if (worker.isConnected()) worker.send({ allMetrics: { wanted, counted: open.counted } } satisfies ToWorker);
}
