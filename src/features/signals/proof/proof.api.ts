import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { type GuardedAction, guardedActions } from './actions.ts';
import { newChallenge } from './challenge.ts';
import type { ProofGuard } from './guard.ts';

const query = z.object({ action: z.enum(guardedActions).describe('what the proof will be good for') });
const answer = z.object({
  required: z.boolean().describe('whether a proof is asked for now'),
  action: z.enum(guardedActions),
  challenge: z.record(z.string(), z.unknown()).describe('an ALTCHA challenge, version 2'),
});

/** `GET /api/v1/proof`: a challenge beforehand, for the pages' script and for other clients. */
export function addProofApi(app: FastifyInstance, deps: Deps, guard: ProofGuard): void {
  app.get<{ Querystring: { action: GuardedAction } }>(
    '/api/v1/proof',
    {
      schema: {
        tags: ['citizen'],
        summary: 'A proof of work to be done',
        description:
          'Asked for only while the site is under attack: `POST /holds`, `/queue`, `/accounts` and `/sessions` then answer 403 `proof-required` with a challenge. Send Base64 of `{ "challenge": …, "solution": { "counter", "derivedKey" } }` as the header `Proof`. Each proof is good once, for one action, for half an hour.',
        querystring: query,
      },
      config: { answers: { 200: answer } },
    },
    async (request, reply) => {
      const { action } = request.query;
      const challenge = await newChallenge(deps.secrets, { action, now: deps.clock.now() });
      const required = (await guard.demand()) !== undefined;
      return reply.header('cache-control', 'no-store').send({ required, action, challenge });
    },
  );
}
