import cluster from 'node:cluster';
import type { CountedMetrics, FromWorker, Siblings, ToWorker } from './messages.ts';

/** How often a web process says that it is alive, in milliseconds. */
export const heartbeat = 5_000;

/** The other web processes of this machine, as one of them knows them; undefined when it is alone. */
export function siblingsOf(): Siblings | undefined {
  if (!cluster.isWorker) return undefined;
  let allListen = false;
  let count: () => Promise<CountedMetrics> = () => Promise.resolve([]);
  let asked = 0;
  const waiting = new Map<number, (counted: readonly CountedMetrics[]) => void>();

  process.on('message', (message: ToWorker) => {
    if (message.allListen) allListen = true;
    if (message.tellMetrics !== undefined) void tellMetrics(message.tellMetrics);
    if (message.allMetrics) {
      waiting.get(message.allMetrics.wanted)?.(message.allMetrics.counted);
      waiting.delete(message.allMetrics.wanted);
    }
  });
  setInterval(() => tell({ alive: true }), heartbeat).unref();

  async function tellMetrics(asking: number): Promise<void> {
    tell({ metrics: { asked: asking, counted: await count().catch(() => []) } });
  }

  return {
    listen: () => allListen,
    countWith: (own) => (count = own),
    metrics() {
      asked += 1;
      tell({ wantsMetrics: asked });
      return new Promise((resolve) => waiting.set(asked, resolve));
    },
  };
}

function tell(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}
