import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findOfferingById } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import { wantedSlot } from '../../form/wanted-slot.query.ts';
import { hold, type HoldRefusal } from '../../hold/hold.ts';
import { holdBrake } from '../../hold/hold-brake.ts';
import { ownerKey } from '../../hold/hold-owner.ts';
import { otherDays, otherTimes } from '../../moves/other-times.query.ts';
import { cancelRefusal } from '../../cancel.rules.ts';
import { carryClaim } from '../../priority/claim-priority.ts';
import type { SeatEngine } from '../../seats/engine.ts';
import type { Door, OwnBooking } from './door.ts';
import { addMoveConfirm } from './move-confirm.route.tsx';
import { MoveDaysView, type MoveNotice, MoveTimesView } from './move.view.tsx';

const wish = z.object({ slot: z.string().regex(/^\d{1,18}$/) });

/**
 * `/bookings/:code/move`, and the same behind the link of an e-mail: another day, another time, one page that says both,
 * done. The seat held on the way is the booking's, so that whatever else its person holds stays; the old one is theirs
 * until the new one is won.
 */
export function addMovePages(app: FastifyInstance, deps: Deps, engine: SeatEngine, door: Door): void {
  const brake = holdBrake(deps);
  const { pattern, gate } = door;

  app.get(`${pattern}/move`, async (request, reply) => {
    const opened = await open(request, reply);
    if (!opened.ok) return opened.answer;
    return showDays(reply, opened);
  });

  app.get(`${pattern}/move/times`, async (request, reply) => {
    const opened = await open(request, reply);
    if (!opened.ok) return opened.answer;
    const day = readTypedDate(queryText(request.query, 'date'));
    return day ? showTimes(reply, opened, day) : goTo(reply, `${opened.path}/move`);
  });

  app.post(`${pattern}/move`, async (request, reply) => {
    const opened = await open(request, reply);
    if (!opened.ok) return opened.answer;
    const { booking, path } = opened;
    const form = readForm(request, wish);
    if (!form.ok) {
      const slot = formValue(form.values, 'slot');
      return form.status === 403 ? showAround(reply, opened, slot, 'stale') : goTo(reply, `${path}/move`);
    }
    const { slot } = form.value;
    const offering = await findOfferingById(deps.db, booking.offeringId);
    if (!offering) throw notFound();
    const now = deps.clock.now();
    if (await gate?.stands(deps.db, { offeringId: offering.id, slot, now }))
      return showAround(reply, opened, slot, 'queue');
    const id = randomUUID();
    if (booking.keptPlanners.length > 0) await carryClaim(deps.db, { bookingId: booking.id, holdId: id });
    const outcome = await brake(request, () =>
      hold(
        { engine, db: deps.db },
        {
          id,
          office: { id: booking.officeId, timeZone: booking.timeZone },
          // Its people are as many as they are, whatever the office allows today.
          offering: { ...offering, partyMax: Math.max(offering.partyMax, booking.party) },
          where: { slot },
          party: booking.party,
          ownerKey: ownerKey(deps.secrets, { kind: 'move', bookingId: booking.id }),
          accountId: booking.accountId ?? booking.createdBy,
          rescheduleOf: booking.id,
          now: deps.clock.now(),
        },
      ),
    );
    if (outcome.ok) return goTo(reply, `${path}/move/${outcome.holdId}`);
    return showAround(reply.code(409), opened, slot, noticeOf(outcome.reason));
  });

  addMoveConfirm(app, deps, { door, open, showTimes });

  /** The booking, if its citizen may still move it; where they may not, its own page says why and what to do. */
  async function open(request: FastifyRequest, reply: FastifyReply): ReturnType<Door['open']> {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened;
    const refusal = cancelRefusal(opened.booking, deps.clock.now());
    return refusal === undefined ? opened : { ok: false, answer: goTo(reply, opened.path) };
  }

  async function showDays(reply: FastifyReply, own: OwnBooking, notice?: MoveNotice): Promise<FastifyReply> {
    const { booking, path } = own;
    const now = deps.clock.now();
    const { free, first } = await otherDays(deps.db, { booking, now });
    return page(reply, <MoveDaysView {...{ context: reply.pageContext(), booking, path, now, free, first, notice }} />);
  }

  async function showTimes(
    reply: FastifyReply,
    own: OwnBooking,
    day: Temporal.PlainDate,
    notice?: MoveNotice,
  ): Promise<FastifyReply> {
    const { booking, path } = own;
    const now = deps.clock.now();
    const [slots, { free }] = await Promise.all([
      otherTimes(deps.db, { booking, day, now }),
      otherDays(deps.db, { booking, now }),
    ]);
    const props = { context: reply.pageContext(), booking, path, now, free, day, slots, notice };
    return page(reply, <MoveTimesView {...props} />);
  }

  /** The times around a seat that could not be had. */
  async function showAround(
    reply: FastifyReply,
    own: OwnBooking,
    slot: string,
    notice: MoveNotice,
  ): Promise<FastifyReply> {
    const { offeringId, startsAt, timeZone } = own.booking;
    const known = wish.safeParse({ slot }).success;
    const wanted = known ? await wantedSlot(deps.db, { slot, offeringId }) : undefined;
    const code = notice === 'stale' ? 403 : 409;
    return showTimes(reply.code(code), own, wanted?.day ?? dayIn(startsAt, timeZone), notice);
  }
}

function noticeOf(reason: HoldRefusal): MoveNotice {
  switch (reason) {
    case 'slot-full':
    case 'quota-full':
    case 'none-left':
    case 'already-booked':
      return 'taken';
    case 'not-open':
    case 'beyond-horizon':
    case 'party-too-large':
      return 'closed';
    case 'login-required':
      return 'busy';
    case 'idempotency-key-reused':
      return 'stale';
  }
}
