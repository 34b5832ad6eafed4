import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { isNetworkAdmin, mayDo } from '#features/identity/index.ts';
import { officeAt } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import './tables.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How many appeals and requests about accounts wait for the office of the page; undefined for who may not decide. */
    casesAtOffice: number | undefined;
  }
}

/** Counts what waits about accounts before each page of an office, whichever feature shows it: the menu tells it. */
export function addCasesCount(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('casesAtOffice', undefined);
  app.addHook('preHandler', async (request) => {
    request.casesAtOffice = await casesFor(deps, request);
  });
}

async function casesFor(deps: Deps, request: FastifyRequest): Promise<number | undefined> {
  const code = /^\/office\/([a-z0-9-]{1,80})\//.exec(request.url)?.[1];
  if (code === undefined || request.viewer === null) return undefined;
  const office = await officeAt(deps.db, code);
  if (office === undefined || !mayDo(request.viewer, office.id, 'look-after-accounts')) return undefined;
  return countCases(deps.db, { officeId: office.id, network: isNetworkAdmin(request.viewer) });
}

/** Appeals and requests that wait for an office. */
export async function countCases(
  db: Db,
  { officeId, network }: { officeId: number; network: boolean },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT (SELECT count(*)::int FROM account_appeal p
            WHERE p.outcome IS NULL AND (p.office_id = ${officeId} OR (p.office_id IS NULL AND ${network})))
         + (SELECT count(*)::int FROM account_change c JOIN account a ON a.id = c.account_id
            WHERE c.outcome IS NULL AND (a.office_id = ${officeId} OR (a.office_id IS NULL AND (
              EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.live AND b.office_id = ${officeId})
              OR (${network} AND NOT EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.live)))))) AS count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
