import type { FastifyInstance } from 'fastify';
import {
  AggregatorRegistry,
  Counter,
  Gauge,
  Histogram,
  type MetricObject,
  Registry,
  collectDefaultMetrics,
} from 'prom-client';
import type { Deps } from '../deps.ts';
import { HttpProblem } from './problem.ts';

/** How the numbers of several processes become one: they add up, or all of them read the same of the database. */
export type Together = 'sum' | 'max' | 'first';

/** Numbers that other parts of the program know, by name; read whenever they are asked for. */
export type Gauges = Readonly<Record<string, { together: Together; read: () => number | Promise<number> }>>;

/** Numbers that only grow, by name: one for each value of a label. */
export type Counts = Readonly<Record<string, { label: string; read: () => Readonly<Record<string, number>> }>>;

export type CountedMetrics = readonly MetricObject[];

/** The other web processes of this machine, where there are several. */
export interface Siblings {
  /** Whether all of them have come up. */
  listen(): boolean;
  /** Says how this process counts. */
  countWith(own: () => Promise<CountedMetrics>): void;
  /** What each of them has counted, this one included. */
  metrics(): Promise<readonly CountedMetrics[]>;
}

/** `/metrics`, as Prometheus reads it: of all web processes of this machine together. */
export function addMetrics(
  app: FastifyInstance,
  deps: Deps,
  options: { gauges: Gauges; counts: Counts; siblings?: Siblings | undefined },
): void {
  const { siblings } = options;
  const register = createRegister(app, options);
  siblings?.countWith(() => register.getMetricsAsJSON());
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
    const { metricsToken } = deps.config;
    const allowed = metricsToken === undefined ? local : request.headers.authorization === `Bearer ${metricsToken}`;
    if (!allowed) throw new HttpProblem(403, 'forbidden');
    const all = siblings && AggregatorRegistry.aggregate([...(await siblings.metrics())].map((one) => [...one]));
    return reply.type(register.contentType).send(await (all ?? register).metrics());
  });
}

function createRegister(app: FastifyInstance, { gauges, counts }: { gauges: Gauges; counts: Counts }): Registry {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'turno_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'turno_http_request_seconds',
    help: 'Time to answer, in seconds',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 5],
    registers,
  });
  const all: Gauges = { web_processes: { together: 'sum', read: () => 1 }, ...gauges };
  for (const [name, { together, read }] of Object.entries(all)) {
    new Gauge({
      name: `turno_${name}`,
      help: name.replaceAll('_', ' '),
      aggregator: together,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  }
  for (const [name, { label, read }] of Object.entries(counts)) {
    new Counter({
      name: `turno_${name}`,
      help: name.replaceAll('_', ' '),
      labelNames: [label],
      registers,
      collect() {
        this.reset();
        for (const [value, count] of Object.entries(read())) this.inc({ [label]: value }, count);
      },
    });
  }
  app.addHook('onResponse', async (request, reply) => {
    requests.inc({ method: request.method, status: String(reply.statusCode) });
    seconds.observe({ route: request.routeOptions.url ?? 'none' }, reply.elapsedTime / 1000);
  });
  return register;
}
