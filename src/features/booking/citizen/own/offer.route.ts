import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { acceptMove, declineMove } from '../../moves/answer-offer.ts';
import type { Door } from './door.ts';

const answer = z.object({ offer: z.string().max(20) });

/** The two buttons of an offered seat. Whatever the answer, the booking's page says how things stand now. */
export function addOfferAnswers(app: FastifyInstance, deps: Deps, door: Door): void {
  for (const action of ['accept-move', 'decline-move'] as const) {
    app.get(`${door.pattern}/${action}`, async (request, reply) => {
      const opened = await door.open(request, reply);
      return opened.ok ? goTo(reply, opened.path) : opened.answer;
    });

    app.post(`${door.pattern}/${action}`, async (request, reply) => {
      const opened = await door.open(request, reply);
      if (!opened.ok) return opened.answer;
      const { booking, accountId, path } = opened;
      const form = readForm(request, answer);
      // The page is of an earlier offer: the one of now is to be looked at first.
      if (!form.ok || form.value.offer !== booking.offer?.id) return goTo(reply, path);
      const about = { bookingId: booking.id, accountId, now: deps.clock.now() };
      await transact(deps.db, (tx) =>
        action === 'accept-move' ? acceptMove(tx, deps.secrets, about) : declineMove(tx, about),
      );
      return goTo(reply, path);
    });
  }
}
