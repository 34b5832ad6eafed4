import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Deps } from '../deps.ts';
import { mailWay } from '../mail.ts';
import { pendingMigrations } from '../migrate.ts';
import { HttpProblem } from './problem.ts';

/** Numbers that other parts of the program know, by name; read whenever they are asked for. */
export type Gauges = Readonly<Record<string, () => number | Promise<number>>>;

/** `/healthz`: the process is up. `/readyz`: the database answers and is migrated. `/metrics`: Prometheus text. */
export function addHealth(app: FastifyInstance, deps: Deps, gauges: Gauges = {}): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'up' }));

  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await sql`SELECT 1`.execute(deps.db);
      const pending = await pendingMigrations(deps.db);
      // Without a mail server messages wait; that does not make the service unready.
      if (pending.length === 0) return { status: 'ready', mail: mailWay(deps.config) };
      return await reply.code(503).send({ status: 'not-migrated', pending });
    } catch {
      return reply.code(503).header('retry-after', '2').send({ status: 'database-unreachable' });
    }
  });

  addMetrics(app, deps, gauges);
}

function addMetrics(app: FastifyInstance, deps: Deps, gauges: Gauges): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'turno_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'status'],
    registers: [register],
  });
  const seconds = new Histogram({
    name: 'turno_http_request_seconds',
    help: 'Time to answer, in seconds',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 5],
    registers: [register],
  });
  for (const [name, read] of Object.entries(gauges)) {
    new Gauge({
      name: `turno_${name}`,
      help: name.replaceAll('_', ' '),
      registers: [register],
      async collect() {
        this.set(await read());
      },
    });
  }
  app.addHook('onResponse', async (request, reply) => {
    requests.inc({ method: request.method, status: String(reply.statusCode) });
    seconds.observe({ route: request.routeOptions.url ?? 'none' }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
    const { metricsToken } = deps.config;
    const allowed = metricsToken === undefined ? local : request.headers.authorization === `Bearer ${metricsToken}`;
    if (!allowed) throw new HttpProblem(403, 'forbidden');
    return reply.type(register.contentType).send(await register.metrics());
  });
}
