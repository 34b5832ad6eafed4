import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  addOwnBookingPages,
  bookingByCode,
  cancelBooking,
  cancelRefusal,
  confirmBooking,
  confirmRefusal,
  removablePeople,
  papersOf,
  requestsOf,
  type SeatEngine,
} from '#features/booking/index.ts';
import { requestedFilesOf } from '#features/offices/index.ts';
import type { Gate } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type Form, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { type BookingFacts, bookingFacts } from '../letters/booking-facts.query.ts';
import { readBookingLink } from '../booking-link.ts';
import { BadLinkView } from './link-bad.view.tsx';
import { CancelLinkView } from './link-cancel.view.tsx';
import { LinkView } from './link.view.tsx';

interface Params {
  Params: { token: string };
}

const nothing = z.object({});

/**
 * The pages behind the links of e-mails. Opening one changes nothing, since mail scanners open every link; confirming
 * and cancelling are forms. They need no login, and so work for people whose account is locked.
 */
export function addLinkPages(app: FastifyInstance, deps: Deps, engine: SeatEngine, gate?: Gate): void {
  addOwnBookingPages(app, deps, engine, {
    gate,
    pattern: '/l/:token',
    open: async (request, reply) => {
      // The pattern has a token.
      const { token } = request.params as { token: string };
      const found = await open(reply, token);
      const booking = found.ok ? await bookingByCode(deps.db, deps.secrets, found.facts.code) : undefined;
      if (!found.ok || !booking) return { ok: false, answer: refuse(reply, found.ok ? 'not-a-link' : found.reason) };
      return { ok: true, booking, path: pathOf(token), accountId: null };
    },
  });

  app.get<Params>('/l/:token', async (request, reply) => {
    const found = await open(reply, request.params.token);
    return found.ok ? show(reply, found.facts, request.params.token) : refuse(reply, found.reason);
  });

  // Reached by reloading, or by switching language, after a form that was too old.
  app.get<Params>('/l/:token/confirm', async (request, reply) => goTo(reply, pathOf(request.params.token)));

  app.post<Params>('/l/:token/confirm', async (request, reply) => {
    const found = await open(reply, request.params.token);
    if (!found.ok) return refuse(reply, found.reason);
    const form = readForm(request, nothing);
    if (!form.ok) return show(reply.code(form.status), found.facts, request.params.token, reasonOf(form));
    // Whatever the answer, the page says how things stand now.
    await transact(deps.db, (tx) =>
      confirmBooking(tx, { bookingId: found.facts.id, accountId: null, now: deps.clock.now() }),
    );
    return goTo(reply, pathOf(request.params.token));
  });

  app.get<Params>('/l/:token/cancel', async (request, reply) => {
    const found = await open(reply, request.params.token);
    if (!found.ok) return refuse(reply, found.reason);
    return askToCancel(reply, found.facts, request.params.token);
  });

  app.post<Params>('/l/:token/cancel', async (request, reply) => {
    const found = await open(reply, request.params.token);
    if (!found.ok) return refuse(reply, found.reason);
    const form = readForm(request, nothing);
    if (!form.ok) return askToCancel(reply.code(form.status), found.facts, request.params.token, reasonOf(form));
    await transact(deps.db, (tx) =>
      cancelBooking(tx, { bookingId: found.facts.id, accountId: null, now: deps.clock.now() }),
    );
    return goTo(reply, pathOf(request.params.token));
  });

  type Found = { ok: true; facts: BookingFacts } | { ok: false; reason: 'not-a-link' | 'expired' };

  async function open(reply: FastifyReply, token: string): Promise<Found> {
    // The address is a key: it must not travel on to other sites, nor stay in caches or search engines.
    void reply.headers({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    const link = readBookingLink(deps.secrets, token, deps.clock.now());
    if (!link.ok) return link;
    const facts = await bookingFacts(deps.db, deps.secrets, { code: link.code });
    return facts === undefined ? { ok: false, reason: 'not-a-link' } : { ok: true, facts };
  }

  async function show(
    reply: FastifyReply,
    facts: BookingFacts,
    token: string,
    refused?: string,
  ): Promise<FastifyReply> {
    const booking = await bookingByCode(deps.db, deps.secrets, facts.code);
    if (!booking) return refuse(reply, 'not-a-link');
    const requests = await requestsOf(deps.db, deps.secrets, booking.id);
    const papers = papersOf(facts.visit, reply.request.language);
    const takesFiles = (await requestedFilesOf(deps.db, booking.offeringId)).length > 0;
    const removable = await removablePeople(deps.db, booking, { byOffice: false, now: deps.clock.now() });
    const props = { booking, requests, papers, removable, takesFiles, refused };
    return page(reply, <LinkView {...standing(reply, facts, token)} {...props} />);
  }

  function askToCancel(reply: FastifyReply, facts: BookingFacts, token: string, refused?: string): FastifyReply {
    const props = standing(reply, facts, token);
    // What cannot be cancelled is not asked about: the page of the link says why.
    if (props.cancelRefusal !== undefined) return goTo(reply, pathOf(token));
    return page(reply, <CancelLinkView {...props} refused={refused} />);
  }

  function standing(reply: FastifyReply, facts: BookingFacts, token: string) {
    const now = deps.clock.now();
    return {
      context: reply.pageContext(),
      path: pathOf(token),
      facts,
      now,
      confirmRefusal: confirmRefusal(facts, now),
      cancelRefusal: cancelRefusal(facts, now),
    };
  }

  function refuse(reply: FastifyReply, reason: 'not-a-link' | 'expired'): FastifyReply {
    return page(
      reply.code(reason === 'expired' ? 410 : 404),
      <BadLinkView context={reply.pageContext()} reason={reason} />,
    );
  }
}

/** Why a button did nothing, in words; nothing after the language switch. */
function reasonOf(form: Form<unknown>): string | undefined {
  return form.ok ? undefined : form.errors[0]?.message;
}

function pathOf(token: string): string {
  return `/l/${encodeURIComponent(token)}`;
}
