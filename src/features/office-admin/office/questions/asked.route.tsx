import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { moveAsked, questionsOf, removeAsked, requestedFilesOf } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { settingsPaths } from '../../paths.ts';
import { type AtOffering, noteChange, openOffering } from './at-offering.ts';
import { askedDone, AskedView } from './asked.view.tsx';
import { addQuestionForms } from './question.route.tsx';
import { addRequestedFileForms } from './requested-file.route.tsx';

const direction = z.object({ by: z.enum(['up', 'down']) });

/** `/office/{office}/services/{service}/questions`: what an office asks of whoever books, and which files. */
export function addQuestionPages(app: FastifyInstance, deps: Deps): void {
  const base = '/office/:office/services/:service';

  app.get(`${base}/questions`, async (request, reply) => {
    const at = await openOffering(deps, request);
    const [questions, files] = await Promise.all([
      questionsOf(deps.db, at.offering.id),
      requestedFilesOf(deps.db, at.offering.id),
    ]);
    const done = askedDone.find((known) => known === queryText(request.query, 'done'));
    return page(reply, <AskedView {...{ context: reply.pageContext(), at, questions, files, done }} />);
  });

  addQuestionForms(app, deps);
  addRequestedFileForms(app, deps);

  for (const [name, what] of [
    ['questions', 'question'],
    ['files', 'requested_file'],
  ] as const) {
    app.post(`${base}/${name}/:id/move`, (request, reply) =>
      change(request, reply, 'move', (at, id) => {
        const wish = direction.safeParse(request.body);
        if (!wish.success) throw new HttpProblem(422, 'invalid-request');
        const by = wish.data.by === 'up' ? -1 : 1;
        return transact(deps.db, (tx) => moveAsked(tx, { what, offeringId: at.offering.id, id, by }));
      }),
    );
    app.post(`${base}/${name}/:id/remove`, (request, reply) =>
      change(request, reply, 'remove', (at, id) =>
        transact(deps.db, async (tx) => {
          const removed = await removeAsked(tx, { what, offeringId: at.offering.id, id });
          if (removed.ok) await noteChange(tx, at, `remove-${name}`);
          return removed;
        }),
      ),
    );
  }

  async function change(
    request: FastifyRequest,
    reply: FastifyReply,
    how: 'move' | 'remove',
    verb: (at: AtOffering, id: number) => Promise<{ ok: boolean }>,
  ): Promise<FastifyReply> {
    const at = await openOffering(deps, request);
    const id = numberInPath(request, 'id');
    readPost(request);
    // One that somebody else has removed meanwhile is gone, which the list shows.
    await verb(at, id);
    const list = settingsPaths.questions(at.office.code, at.offering.serviceCode);
    return goTo(reply, how === 'remove' ? `${list}?done=removed` : list);
  }
}
