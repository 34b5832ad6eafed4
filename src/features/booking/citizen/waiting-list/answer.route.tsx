import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { acceptSeat, declineSeat } from '../../waiting-list/answer-seat.ts';
import { openSeat } from '../../waiting-list/entry.query.ts';
import { ownAnswers } from '../../waiting-list/own-answers.ts';
import { AcceptView } from './accept.view.tsx';
import type { EntryDoor, OwnEntry } from './entry-door.ts';

const answer = z.object({ offer: z.string().regex(/^\d{1,18}$/) });

/** Accepting and declining an offered seat. Opening a page changes nothing; whatever the answer, the entry says how things stand. */
export function addSeatAnswers(app: FastifyInstance, deps: Deps, door: EntryDoor): void {
  app.get(`${door.pattern}/accept`, async (request, reply) => {
    const opened = await door.open(request, reply);
    return opened.ok ? show(reply, opened) : opened.answer;
  });

  app.post(`${door.pattern}/accept`, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const { entry, path } = opened;
    const { language } = request;
    const form = readForm(request, answer);
    if (!form.ok) return show(reply.code(form.status), opened, form.errors[0]?.message);
    if (entry.bookingCode !== null && entry.state === 'accepted') return goTo(reply, path);
    const seat = openSeat(entry, deps.clock.now());
    if (seat?.id !== form.value.offer) return goTo(reply, `${path}?news=gone`);
    const own = await ownAnswers(deps, { entry, seat, language, byLink: opened.byLink });
    if (own.kind !== 'known') return show(reply, opened);
    const { answers } = own;
    const now = deps.clock.now();
    const outcome = await transact(deps.db, (tx) =>
      acceptSeat(tx, deps.secrets, { entryId: entry.id, offerId: seat.id, answers, language, now }),
    );
    if (outcome.ok) return goTo(reply, request.viewer ? `/bookings/${outcome.code}` : path);
    return goTo(reply, `${path}?news=${outcome.reason === 'already-booked' ? 'already-booked' : 'gone'}`);
  });

  app.get(`${door.pattern}/decline`, async (request, reply) => {
    const opened = await door.open(request, reply);
    return opened.ok ? goTo(reply, opened.path) : opened.answer;
  });

  app.post(`${door.pattern}/decline`, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const { entry, path } = opened;
    const form = readForm(request, answer);
    if (!form.ok) return goTo(reply, `${path}?news=stale`);
    const now = deps.clock.now();
    const outcome = await transact(deps.db, (tx) =>
      declineSeat(tx, { entryId: entry.id, offerId: form.value.offer, now }),
    );
    return goTo(reply, `${path}?news=${outcome.ok ? 'declined' : 'gone'}`);
  });

  async function show(reply: FastifyReply, opened: OwnEntry, stale?: string): Promise<FastifyReply> {
    const { entry, path, byLink } = opened;
    const now = deps.clock.now();
    const seat = openSeat(entry, now);
    if (!seat) return goTo(reply, entry.state === 'accepted' ? path : `${path}?news=gone`);
    const own = await ownAnswers(deps, { entry, seat, language: reply.request.language, byLink });
    return page(reply, <AcceptView context={reply.pageContext()} {...{ entry, path, now, seat, own, stale }} />);
  }
}
