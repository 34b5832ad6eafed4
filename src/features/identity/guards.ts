import type { FastifyRequest } from 'fastify';
import { localPath } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { guardTexts } from './guards.text.ts';
import { isNetworkAdmin, mayDo, type OfficeTask, worksAt } from './roles/roles.ts';
import type { Viewer } from './viewer.ts';

/** Who is logged in. Otherwise the way to the login page and back; in the API 401 `not-logged-in`. */
export function requireViewer(request: FastifyRequest): Viewer {
  if (request.viewer !== null) return request.viewer;
  if (isApi(request)) throw new HttpProblem(401, 'not-logged-in', { headers: { 'www-authenticate': 'Bearer' } });
  throw wayTo(request.ended === null ? '/login' : '/login?notice=idle', request, 'not-logged-in');
}

/** Who is logged in and has proved the e-mail address; in the API 403 `email-not-verified`. */
export function requireVerified(request: FastifyRequest): Viewer {
  const viewer = requireViewer(request);
  requireLivePassword(request, viewer);
  if (viewer.emailVerified) return viewer;
  if (isApi(request)) throw refused(request, 'email-not-verified');
  throw wayTo('/verify-email', request, 'email-not-verified');
}

/** After the dates of law a password leads to the page that links SPID or CIE, and nowhere else. */
function requireLivePassword(request: FastifyRequest, viewer: Viewer): void {
  if (viewer.passwordEnd?.over !== true) return;
  if (isApi(request)) throw refused(request, 'password-ended');
  throw wayTo('/profile/doors', request, 'password-ended');
}

/** Who is logged in and may do a task at this office; 403 `forbidden` for everybody else. */
export function requireOfficeTask(
  request: FastifyRequest,
  office: { id: number; code: string },
  task: OfficeTask,
): Viewer {
  const viewer = requireViewer(request);
  if (!mayDo(viewer, office.id, task)) throw new HttpProblem(403, 'forbidden');
  requireSureLogin(request, viewer);
  return viewer;
}

/** Who is logged in and works at this office, whatever the role; 403 `forbidden` for everybody else. */
export function requireOfficeRole(request: FastifyRequest, office: { id: number }): Viewer {
  const viewer = requireViewer(request);
  if (!worksAt(viewer, office.id)) throw new HttpProblem(403, 'forbidden');
  requireSureLogin(request, viewer);
  return viewer;
}

/** Who is logged in and looks after the whole network; 403 `forbidden` for everybody else. */
export function requireNetworkAdmin(request: FastifyRequest): Viewer {
  const viewer = requireViewer(request);
  if (!isNetworkAdmin(viewer)) throw new HttpProblem(403, 'forbidden');
  requireSureLogin(request, viewer);
  return viewer;
}

/**
 * Nobody works with a first password that somebody else has seen, nor without the second factor that they have, or by now
 * must have.
 */
export function requireSureLogin(request: FastifyRequest, viewer: Viewer): void {
  if (viewer.mustChangePassword) throw wayOrRefusal('/profile/password', request, 'password-change-required');
  const lacking = viewer.secondFactor?.state;
  if (lacking === 'to-prove') throw wayOrRefusal('/login/second-factor', request, 'second-factor-required');
  if (lacking === 'to-add') throw wayOrRefusal('/profile/second-factor', request, 'second-factor-to-add');
}

/**
 * Who is logged in, for what changes how the account is entered: not with a first password that somebody else has seen, nor
 * in a login in which a second factor is still to be proved. What was opened so would outlast both.
 */
export function requireWholeLogin(request: FastifyRequest): Viewer {
  const viewer = requireViewer(request);
  if (viewer.mustChangePassword || viewer.secondFactor?.state === 'to-prove') requireSureLogin(request, viewer);
  return viewer;
}

/** A write made with the site's cookie must come from a page of ours: 403 `wrong-csrf`. */
export function requireCsrf(request: FastifyRequest): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
  if (isRead || request.bearer || request.viewer === null || request.csrfValid) return;
  throw new HttpProblem(403, 'wrong-csrf');
}

function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}

type Refusal =
  | 'email-not-verified'
  | 'password-ended'
  | 'password-change-required'
  | 'second-factor-required'
  | 'second-factor-to-add';

function wayOrRefusal(page: string, request: FastifyRequest, reason: Refusal): HttpProblem {
  return isApi(request) ? refused(request, reason) : wayTo(page, request, reason);
}

function refused(request: FastifyRequest, reason: Refusal): HttpProblem {
  return new HttpProblem(403, reason, { extensions: { title: guardTexts.for(request.language)(reason) } });
}

function wayTo(page: string, request: FastifyRequest, reason: string): HttpProblem {
  const next = encodeURIComponent(pathToReturnTo(request));
  const location = `${page}${page.includes('?') ? '&' : '?'}next=${next}`;
  return new HttpProblem(303, reason, { headers: { location } });
}

/** The page itself, or for a form that was sent the page it stood on: a POST cannot be returned to. */
function pathToReturnTo(request: FastifyRequest): string {
  if (request.method === 'GET') return localPath(request.url);
  const from = URL.parse(request.headers.referer ?? '');
  return from !== null && from.host === request.host ? localPath(from.pathname + from.search) : '/';
}
