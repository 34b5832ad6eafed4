import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { drawRoom } from '../draw-room.ts';
import { enterValue } from '../enter-value.ts';
import { deskPaths } from '../desk-paths.ts';
import { type AtDraw, openDraw } from './at-draw.ts';
import { drawDeskTexts } from './draw-desk.text.ts';
import { DrawDeskView, type DrawDeskProps } from './draw-desk.view.tsx';
import { valueStage } from './value-stage.query.ts';

const valueForm = z.object({ value: z.string('required').trim().min(1, 'required').max(600, 'too-long') });
const address = '/office/:office/releases/:release/draw';

/** The office's page of a draw, and entering its public value. */
export function addDrawDesk(app: FastifyInstance, deps: Deps): void {
  app.get(address, async (request, reply) => {
    const at = await openDraw(deps, request, 'see-agenda');
    const done = queryText(request.query, 'done');
    return show(reply, at, freshForm(request.language, {}), done === 'first' || done === 'agreed' ? done : undefined);
  });

  app.post(address, async (request, reply) => {
    const at = await openDraw(deps, request, 'confirm');
    const { language } = request;
    const form = readForm(request, valueForm);
    if (!form.ok) return show(reply.code(form.status), at, { language, values: form.values, errors: form.errors });
    const { facts, now, office, viewer } = at;
    const outcome = await transact(deps.db, (tx) =>
      enterValue(tx, {
        officeId: office.id,
        roomId: facts.roomId,
        accountId: viewer.accountId,
        typed: form.value.value,
        now,
      }),
    );
    const back = deskPaths.draw(office.code, facts.code);
    if (outcome.ok) {
      if (outcome.step === 'agreed') await drawRoom(deps, { roomId: facts.roomId, now });
      return goTo(reply, outcome.step === 'different' ? back : `${back}?done=${outcome.step}`);
    }
    if (outcome.reason === 'not-found') throw notFound();
    const error = fieldError('value', outcome.reason, language, drawDeskTexts.for(language)(outcome.reason));
    const code = outcome.reason === 'not-in-form' ? 422 : 409;
    return show(reply.code(code), at, { language, values: form.values, errors: [error] });
  });

  async function show(
    reply: FastifyReply,
    at: AtDraw,
    form: FormState,
    done?: DrawDeskProps['done'],
  ): Promise<FastifyReply> {
    const { facts, viewer, now } = at;
    const stage = await valueStage(deps.db, { facts, accountId: viewer.accountId, now });
    return page(reply, <DrawDeskView context={reply.pageContext()} {...{ at, stage, form, done }} />);
  }
}
