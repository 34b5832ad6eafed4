import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { requireViewer } from '../../guards.ts';
import { endByIdleness, noteTyping } from '../../own-sessions/idle.ts';
import { forgetWork, keepWork, keptValues, keptWorkOf } from '../../own-sessions/kept-work.ts';
import { isOffice, keptFields } from '../../own-sessions/kept-work-hook.ts';
import { hashToken } from '../../session/session.ts';
import { sessionToken } from '../../session/session-hook.ts';
import { nextIn, nextOf, withNext } from '../next-path.tsx';
import { keptWorkPath, KeptWorkView } from './kept-work.view.tsx';

/** `/profile/kept-work`: forms left half done at the automatic logout; and what pages tell while somebody types. */
export function addKeptWorkPage(app: FastifyInstance, deps: Deps): void {
  app.get(keptWorkPath, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const found = await keptWorkOf(deps.db, { accountId, now: deps.clock.now() });
    const work = [];
    for (const one of found) {
      const kept = await keptValues(deps.db, { accountId, id: one.id, secrets: deps.secrets });
      if (kept) work.push({ ...one, ...kept });
    }
    const dropped = queryText(request.query, 'done') === 'dropped';
    const next = nextOf(request.query) ?? '/office';
    return page(reply, <KeptWorkView context={reply.pageContext()} work={work} next={next} dropped={dropped} />);
  });

  /** What is being typed as the time runs out. */
  app.post(keptWorkPath, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const form = readForm(request, z.object({ _path: z.string(), _title: z.string().default('') }));
    const path = formValue(form.values, '_path');
    if (!form.ok || !isOffice(path)) return reply.code(422).send();
    const values = keptFields(request.body);
    const now = deps.clock.now();
    await keepWork(deps.db, { accountId, path, title: form.value._title, values, secrets: deps.secrets, now });
    return reply.code(204).send();
  });

  app.post(`${keptWorkPath}/:work/drop`, async (request, reply) => {
    const { accountId } = requireViewer(request);
    readPost(request);
    const id = pathPart(request, 'work');
    if (!/^\d{1,18}$/.test(id)) throw notFound();
    await forgetWork(deps.db, { accountId, id });
    const form = readForm(request, z.object({}));
    return goTo(reply, withNext(`${keptWorkPath}?done=dropped`, nextIn(form.values)));
  });

  /** Somebody is typing: that counts as being there. */
  app.post('/profile/still-here', async (request, reply) => {
    requireViewer(request);
    readPost(request);
    await noteTyping(deps.db, { hash: hashOf(request), now: deps.clock.now() });
    return reply.code(204).send();
  });

  /** A page has waited long enough. 200 when another window was used meanwhile: then nothing ends. */
  app.post('/profile/idle', async (request, reply) => {
    requireViewer(request);
    readPost(request);
    const ended = await endByIdleness(deps.db, { hash: hashOf(request), now: deps.clock.now() });
    return reply.code(ended ? 204 : 200).send();
  });

  function hashOf(request: Parameters<typeof sessionToken>[0]): Buffer {
    return hashToken(deps.secrets, sessionToken(request) ?? '');
  }
}
