import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { calm, type Level, type Limits, type Load, type Measures, nextLoad, pressureOf } from './overload.rules.ts';

/** How often the load is judged, in milliseconds. */
const every = 250;
/** How finely the event loop is watched, in milliseconds. */
const resolution = 20;

/** What the application knows of its own queues. */
export interface Queues {
  readonly limits: Limits;
  /** requests that wait for a database connection */
  database(): number;
  /** requests that wait for a batch of seats */
  seats(): number;
}

/** How loaded this process is, judged four times a second. */
export interface LoadGauge {
  level(): Level;
  measured(): Measures;
  stop(): void;
}

export function measureLoad(queues: Queues & { requests(): number }): LoadGauge {
  const loop = monitorEventLoopDelay({ resolution });
  loop.enable();
  let used = performance.eventLoopUtilization();
  let measured: Measures = { delay: 0, utilisation: 0, requests: 0, database: 0, seats: 0 };
  let load: Load = calm;

  const timer = setInterval(() => {
    const usedNow = performance.eventLoopUtilization();
    measured = {
      // A loop that is never late still takes the length of its watch; one that never came round has no mean.
      delay: Number.isNaN(loop.mean) ? 0 : Math.max(0, loop.mean / 1e6 - resolution),
      utilisation: performance.eventLoopUtilization(usedNow, used).utilization,
      requests: queues.requests(),
      database: queues.database(),
      seats: queues.seats(),
    };
    used = usedNow;
    loop.reset();
    load = nextLoad(load, pressureOf(measured, queues.limits), performance.now());
  }, every).unref();

  return {
    level: () => load.level,
    measured: () => measured,
    stop() {
      clearInterval(timer);
      loop.disable();
    },
  };
}
