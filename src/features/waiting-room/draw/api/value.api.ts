import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound, problem, problemTitle } from '#platform/http/problem.ts';
import { problemDetail } from '#platform/http/problem-detail.ts';
import { transact } from '#platform/transaction.ts';
import { openDraw } from '../desk/at-draw.ts';
import { drawDeskTexts } from '../desk/draw-desk.text.ts';
import { drawRoom } from '../draw-room.ts';
import { enterValue } from '../enter-value.ts';

const body = z.object({ value: z.string().trim().min(1, 'required').max(600, 'too-long') });
const answer = z.object({
  step: z.enum(['first', 'agreed', 'different']).describe('`first`: another operator types it too, not seeing it'),
  typed: z.array(z.string()).optional().describe('what the two typed, where they differ: both type it again'),
});

/** `POST /offices/{office}/releases/{release}/public-value`: as one of two operators. */
export function addValueApi(app: FastifyInstance, deps: Deps): void {
  app.post(
    '/api/v1/offices/:office/releases/:release/public-value',
    {
      preValidation: async (request) => void (await openDraw(deps, request, 'confirm')),
      schema: { body, tags: ['office'], security: loginNeeded, summary: 'Enter the public value of a draw' },
      config: { answers: { 200: answer } },
    },
    async (request, reply) => {
      const { facts, now, office, viewer } = await openDraw(deps, request, 'confirm');
      const { language } = request;
      const typed = (request.body as z.output<typeof body>).value;
      const wish = { officeId: office.id, roomId: facts.roomId, accountId: viewer.accountId, typed, now };
      const outcome = await transact(deps.db, (tx) => enterValue(tx, wish));
      if (outcome.ok) {
        if (outcome.step === 'agreed') await drawRoom(deps, { roomId: facts.roomId, now });
        const { step } = outcome;
        return reply.send({ step, ...(step === 'different' && { typed: [outcome.first, outcome.second] }) });
      }
      const { reason } = outcome;
      if (reason === 'not-found') throw notFound();
      const words = drawDeskTexts.for(language)(reason);
      if (reason !== 'not-in-form')
        return reply
          .code(409)
          .type('application/problem+json')
          .send(problem(409, reason, words));
      const errors = [fieldError('value', reason, language, words)];
      const detail = problemDetail(422, language, errors);
      const title = problemTitle('invalid-request', language);
      return reply
        .code(422)
        .type('application/problem+json')
        .send(problem(422, 'invalid-request', title, { detail, errors }));
    },
  );
}
