import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findOfferingById } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { releaseHold } from '../../hold/hold-changes.ts';
import { type HeldSeat, findHold } from '../../hold/hold.query.ts';
import { reschedule } from '../../reschedule.ts';
import { isAwaited } from '../../clearance/clearance.rules.ts';
import { firstStatus } from '../../confirmation/confirmation.rules.ts';
import { confirmationRuleOf } from '../../confirmation/rule-of-offering.ts';
import type { Door, OwnBooking } from './door.ts';
import { MoveConfirmView } from './move-confirm.view.tsx';
import type { MoveNotice } from './move.view.tsx';
import { nextSteps } from './what-next.ts';

interface Ways {
  readonly door: Door;
  open(request: FastifyRequest, reply: FastifyReply): ReturnType<Door['open']>;
  showTimes(reply: FastifyReply, own: OwnBooking, day: Temporal.PlainDate, notice?: MoveNotice): Promise<FastifyReply>;
}

const anything = z.record(z.string(), z.unknown());

/** The last page of a move: old and new, and the button that does it. */
export function addMoveConfirm(app: FastifyInstance, deps: Deps, { door, open, showTimes }: Ways): void {
  const address = `${door.pattern}/move/:hold`;

  app.get(address, async (request, reply) => {
    const opened = await withHold(request, reply);
    return opened.ok ? show(request, reply, opened) : opened.answer;
  });

  app.post(address, async (request, reply) => {
    const opened = await withHold(request, reply);
    if (!opened.ok) return opened.answer;
    const form = readForm(request, anything);
    if (!form.ok) return show(request, reply.code(form.status), opened, true);
    const { booking, hold, accountId } = opened;
    const outcome = await transact(deps.db, (tx) =>
      reschedule(tx, deps.secrets, {
        bookingId: booking.id,
        holdId: hold.id,
        owner: { kind: 'move', bookingId: booking.id },
        accountId,
        now: deps.clock.now(),
      }),
    );
    if (!outcome.ok && outcome.reason === 'hold-expired')
      return showTimes(reply.code(410), opened, hold.day, 'expired');
    if (!outcome.ok && outcome.reason === 'not-of-priority-age')
      return showTimes(reply.code(409), opened, hold.day, 'notOfAge');
    // Moved, or no longer to be moved alone: the booking's page says which.
    return goTo(reply, opened.path);
  });

  app.get(`${address}/leave`, async (request, reply) => {
    const opened = await open(request, reply);
    return opened.ok ? goTo(reply, opened.path) : opened.answer;
  });

  app.post(`${address}/leave`, async (request, reply) => {
    const opened = await withHold(request, reply);
    if (!opened.ok) return opened.answer;
    const form = readForm(request, anything);
    if (!form.ok) return show(request, reply.code(form.status), opened, true);
    const { booking, hold } = opened;
    const owner = { kind: 'move', bookingId: booking.id } as const;
    await releaseHold(deps.db, deps.secrets, { holdId: hold.id, owner, now: deps.clock.now() });
    return goTo(reply, opened.path);
  });

  type WithHold =
    | ({ readonly ok: true; readonly hold: HeldSeat } & OwnBooking)
    | { readonly ok: false; readonly answer: FastifyReply };

  async function withHold(request: FastifyRequest, reply: FastifyReply): Promise<WithHold> {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened;
    const { booking, path } = opened;
    // The address of this route has one.
    const { hold: holdId } = request.params as { hold: string };
    const owner = { kind: 'move', bookingId: booking.id } as const;
    const hold = await findHold(deps.db, deps.secrets, { holdId, owner });
    if (!hold) throw notFound();
    // Pressed twice, or opened again when it was done.
    if (hold.state === 'booked') return { ok: false, answer: goTo(reply, path) };
    const allowed = await open(request, reply);
    if (!allowed.ok) return allowed;
    const live = hold.state === 'live' && Temporal.Instant.compare(hold.expiresAt, deps.clock.now()) > 0;
    if (!live) return { ok: false, answer: await showTimes(reply.code(410), opened, hold.day, 'expired') };
    return { ...opened, hold };
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnBooking & { hold: HeldSeat },
    stale = false,
  ): Promise<FastifyReply> {
    const { booking, path, hold } = own;
    const now = deps.clock.now();
    const next = nextSteps(await asMoved(own, now), { language: request.language, now, booked: false });
    return page(
      reply,
      <MoveConfirmView {...{ context: reply.pageContext(), booking, path, hold, now, next, stale }} />,
    );
  }

  /** The booking as it would be, for saying what happens next. */
  async function asMoved({ booking, hold }: OwnBooking & { hold: HeldSeat }, now: Temporal.Instant) {
    const offering = await findOfferingById(deps.db, booking.offeringId);
    if (!offering) throw notFound();
    const { timeZone, channel, takenInChargeAt, clearance, preCheck } = booking;
    const rule = confirmationRuleOf(offering);
    // The municipality's consent goes along.
    const moved = { startsAt: hold.startsAt, zone: timeZone, channel, now, awaitsClearance: isAwaited(clearance) };
    const first = firstStatus(rule, moved);
    return {
      status: first.status,
      confirmBy: first.confirmBy,
      confirmOpensAt: first.window?.opensAt ?? null,
      confirmClosesAt: first.window?.closesAt ?? null,
      cancelClosesAt: hold.startsAt.subtract({ hours: offering.cancelCutoffHours }),
      takenInChargeAt,
      timeZone,
      clearance,
      preCheck,
    };
  }
}
