import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { FormValues } from '#platform/http/form.ts';
import { localPath } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { forgetWork, keepWork } from './kept-work.ts';

/**
 * A form that arrives after the automatic logout is kept for its owner, who is shown it again after the next login. Only
 * a page's own form, sent to the page's address: a button is pressed again when its time has come.
 */
export function addKeptWork(app: FastifyInstance, deps: Deps): void {
  app.addHook('preHandler', async (request) => {
    if (request.method !== 'POST' || !request.csrfValid || !isOffice(request.url)) return;
    if (request.viewer !== null) await forgetTaken(deps, request);
    else if (request.ended !== null) await keep(deps, request, request.ended.accountId);
  });
}

/** Of the pages of those who work. */
export function isOffice(path: string): boolean {
  return /^\/(office|network)(\/|$)/.test(path);
}

/** The fields of a form that may be kept: no passwords, nor what belongs to the sending itself. */
export function keptFields(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  const fields = Object.entries(body).filter(
    (field): field is [string, string | string[]] =>
      !/^_|passw|secret/i.test(field[0]) &&
      (typeof field[1] === 'string' || (Array.isArray(field[1]) && field[1].every((one) => typeof one === 'string'))),
  );
  return Object.fromEntries(fields);
}

async function keep(deps: Deps, request: FastifyRequest, accountId: number): Promise<never> {
  const path = localPath(request.url);
  const from = URL.parse(request.headers.referer ?? '');
  const isOwnForm = from?.host === request.host && from.pathname === path.split('?')[0];
  const values = keptFields(request.body);
  if (isOwnForm && Object.keys(values).length > 0)
    await keepWork(deps.db, { accountId, path, title: '', values, secrets: deps.secrets, now: deps.clock.now() });
  const back = encodeURIComponent(isOwnForm ? path : '/office');
  throw new HttpProblem(303, 'not-logged-in', { headers: { location: `/login?notice=idle&next=${back}` } });
}

/** The form that was taken up again need not be kept any more. */
async function forgetTaken(deps: Deps, request: FastifyRequest): Promise<void> {
  const body = request.body;
  const id = typeof body === 'object' && body !== null && '_kept' in body ? String(body._kept) : '';
  const { viewer } = request;
  if (viewer === null || !/^\d{1,18}$/.test(id)) return;
  await forgetWork(deps.db, { accountId: viewer.accountId, id });
}
