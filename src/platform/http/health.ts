import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Deps } from '../deps.ts';
import { mailWay } from '../mail.ts';
import { pendingMigrations } from '../migrate.ts';
import { addMetrics, type Counts, type Gauges, type Siblings } from './metrics.ts';

/**
 * `/healthz`: the process is up. `/readyz`: all processes of this machine have come up, the database answers and is
 * migrated. `/metrics`: Prometheus text.
 */
export function addHealth(
  app: FastifyInstance,
  deps: Deps,
  options: { gauges?: Gauges; counts?: Counts; siblings?: Siblings | undefined } = {},
): void {
  const { gauges = {}, counts = {}, siblings } = options;
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'up' }));

  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    if (siblings?.listen() === false) return reply.code(503).header('retry-after', '2').send({ status: 'starting' });
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

  addMetrics(app, deps, { gauges, counts, siblings });
}
