import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { documentsSent } from '../../examination/examine.ts';
import type { Door } from './door.ts';

/** The button that says all was sent. Whatever the answer, the booking's page says how things stand now. */
export function addDocumentsSent(app: FastifyInstance, deps: Deps, door: Door): void {
  const address = `${door.pattern}/documents-sent`;

  app.get(address, async (request, reply) => {
    const opened = await door.open(request, reply);
    return opened.ok ? goTo(reply, opened.path) : opened.answer;
  });

  app.post(address, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const { booking, accountId, path } = opened;
    if (readForm(request, z.object({})).ok) {
      const about = { bookingId: booking.id, accountId, now: deps.clock.now() };
      await transact(deps.db, (tx) => documentsSent(tx, about));
    }
    return goTo(reply, path);
  });
}
