import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { requireViewer } from '../../guards.ts';
import { describeSession } from '../../own-sessions/describe-session.ts';
import { endOwnSession } from '../../own-sessions/end-sessions.ts';
import { openSessions } from '../../own-sessions/sessions.query.ts';
import { noteSharedComputer } from '../../own-sessions/shared-computer.ts';
import { deleteSessionsOf, hashToken } from '../../session/session.ts';
import { sessionToken } from '../../session/session-hook.ts';
import { type SessionNotice, sessionNotices, sessionsPath, SessionsView } from './sessions.view.tsx';

/** `/profile/sessions`: the logins that are open, and their end. */
export function addSessionsPage(app: FastifyInstance, deps: Deps): void {
  app.get(sessionsPath, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const hash = hashToken(deps.secrets, sessionToken(request) ?? '');
    const sessions = await openSessions(deps.db, { accountId, hash, now: deps.clock.now() });
    const asked = queryText(request.query, 'done') ?? '';
    const notice = isNotice(asked) ? asked : undefined;
    const props = { context: reply.pageContext(), sessions, idle: request.idle, notice };
    return page(reply, <SessionsView {...props} />);
  });

  app.post(`${sessionsPath}/:session/end`, async (request, reply) => {
    const { accountId } = requireViewer(request);
    readPost(request);
    const id = pathPart(request, 'session');
    if (!/^\d{1,18}$/.test(id)) throw notFound();
    const ended = await endOwnSession(deps.db, { accountId, id });
    app.sessions.forgetAccount(accountId);
    return goTo(reply, `${sessionsPath}?done=${ended ? 'ended' : 'not-there'}`);
  });

  app.post(`${sessionsPath}/end-others`, async (request, reply) => {
    const { accountId } = requireViewer(request);
    readPost(request);
    const except = sessionToken(request) ?? '';
    await deleteSessionsOf(deps.db, { accountId, except, secrets: deps.secrets });
    app.sessions.forgetAccount(accountId);
    return goTo(reply, `${sessionsPath}?done=othersEnded`);
  });

  app.post(`${sessionsPath}/computer`, async (request, reply) => {
    const { accountId } = requireViewer(request);
    readPost(request);
    const shared = z.object({ shared: z.enum(['yes', 'no']) }).safeParse(request.body).data?.shared === 'yes';
    const token = sessionToken(request) ?? '';
    noteSharedComputer(reply, deps, shared);
    await describeSession(deps.db, deps, { request, token, accountId, shared });
    return goTo(reply, `${sessionsPath}?done=marked`);
  });
}

function isNotice(text: string): text is SessionNotice {
  return Object.hasOwn(sessionNotices, text);
}
