import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findOffering, findOffice, type Offering, type Office } from '#features/offices/index.ts';
import { freeDays } from '#features/planner/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { bookingsOfAccount } from '../booking.query.ts';
import { hold, type HoldRefusal } from '../hold.ts';
import { adoptHolds, saveDraft } from '../hold-changes.ts';
import { browserOf, newHoldOwner } from '../hold-cookie.ts';
import { type HoldOwner, ownerKey } from '../hold-owner.ts';
import { findHold } from '../hold.query.ts';
import type { SeatEngine } from '../seats/engine.ts';
import { draftLeftBehind, rememberDraft, timesPath } from './held.ts';
import { nearestTimes } from './nearest-times.query.ts';
import { NotHeldView, type Refusal, refusals } from './not-held.view.tsx';
import { wantedSlot } from './wanted-slot.query.ts';

const slotId = z.string().regex(/^\d{1,18}$/);
const wishSchema = z.object({ slot: slotId, party: z.coerce.number().int().min(1).max(20).default(1) });

/** POST /holds: keeps a seat and goes on to its page, or says why not and offers the nearest ones. */
export function addTakeSeat(app: FastifyInstance, deps: Deps, engine: SeatEngine): void {
  app.get('/holds', async (_request, reply) => goTo(reply, '/'));

  app.post('/holds', async (request, reply) => {
    const form = readForm(request, wishSchema);
    const place = await findPlace(deps, form.values);
    if (!form.ok) {
      const refusal =
        form.status === 403 ? 'stale' : refusals.find((known) => known === formValue(form.values, 'refusal'));
      if (form.status === 422) throw new HttpProblem(422, 'invalid-request', { extensions: { errors: form.errors } });
      if (!refusal || !slotOf(form.values)) return goTo(reply, timesOf(deps, place, form.values));
      return refuse(request, reply, place, { refusal, status: form.status, values: form.values });
    }
    const owner = newHoldOwner(request, reply, deps);
    const browser = browserOf(request);
    const now = deps.clock.now();
    if (request.viewer && browser !== undefined) {
      const accountId = request.viewer.accountId;
      await transact(deps.db, async (tx) => {
        await adoptHolds(tx, deps.secrets, { browser, accountId, now });
        return { ok: true };
      });
    }
    const outcome = await hold(
      { engine, db: deps.db },
      {
        id: randomUUID(),
        office: place.office,
        offering: place.offering,
        where: { slot: form.value.slot },
        party: form.value.party,
        ownerKey: ownerKey(deps.secrets, owner),
        accountId: request.viewer?.accountId ?? null,
        rescheduleOf: null,
        now,
      },
    );
    if (!outcome.ok) {
      const { refusal, status } = answerTo(outcome.reason);
      return refuse(request, reply, place, { refusal, status, values: form.values });
    }
    await bringDraft(request, reply, { holdId: outcome.holdId, owner });
    return goTo(reply, `/holds/${outcome.holdId}`);
  });

  // What was typed for a seat that was lost is not typed again for the next one.
  async function bringDraft(
    request: FastifyRequest,
    reply: FastifyReply,
    to: { holdId: string; owner: HoldOwner },
  ): Promise<void> {
    const earlier = draftLeftBehind(request);
    if (earlier === undefined || earlier === to.holdId) return;
    const known = await findHold(deps.db, deps.secrets, { holdId: earlier, owner: to.owner });
    if (known?.draft === undefined) return;
    await saveDraft(deps.db, deps.secrets, { ...to, draft: known.draft });
    rememberDraft(deps, reply, { id: to.holdId });
  }

  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    place: Place,
    how: { refusal: Refusal; status: number; values: FormValues },
  ): Promise<FastifyReply> {
    const { office, offering } = place;
    const now = deps.clock.now();
    const slot = slotOf(how.values) ?? '0';
    const party = partyOf(how.values, offering);
    const wanted = await wantedSlot(deps.db, { slot, offeringId: offering.id });
    const hasOffers = !['already-booked', 'party-too-large', 'stale'].includes(how.refusal);
    const near = hasOffers
      ? await nearestTimes(deps.db, {
          offeringId: offering.id,
          startsAt: wanted?.startsAt,
          day: wanted?.day,
          party,
          now,
        })
      : [];
    const isWaiting = how.refusal === 'beyond-horizon' || (how.refusal === 'taken' && near.length === 0);
    const nextRelease = isWaiting ? (await freeDays(deps.db, { offeringId: offering.id, now })).nextRelease : null;
    const view = (
      <NotHeldView
        context={reply.pageContext()}
        refusal={how.refusal}
        office={office}
        offering={offering}
        party={party}
        wanted={{ slot, startsAt: wanted?.startsAt, day: wanted?.day }}
        near={near}
        nextRelease={nextRelease}
        existing={how.refusal === 'already-booked' ? await existingBooking(request, offering) : undefined}
        times={timesPath({
          officeCode: office.code,
          serviceCode: offering.serviceCode,
          day: wanted?.day ?? near[0]?.day ?? dayIn(now, office.timeZone),
          party,
        })}
      />
    );
    return page(reply.code(how.status), view);
  }

  async function existingBooking(request: FastifyRequest, offering: Offering): Promise<string | undefined> {
    if (!request.viewer) return undefined;
    const now = deps.clock.now();
    const bookings = await bookingsOfAccount(deps.db, deps.secrets, { accountId: request.viewer.accountId, now });
    return bookings.find((booking) => booking.live && booking.serviceCode === offering.serviceCode)?.code;
  }
}

interface Place {
  readonly office: Office;
  readonly offering: Offering;
}

async function findPlace(deps: Deps, values: FormValues): Promise<Place> {
  const office = await findOffice(deps.db, formValue(values, 'office'));
  const offering = office && (await findOffering(deps.db, office.id, formValue(values, 'service')));
  if (!office || !offering) throw notFound();
  return { office, offering };
}

/** The seat pressed, or the one that a page shown again is about. */
function slotOf(values: FormValues): string | undefined {
  return [formValue(values, 'slot'), formValue(values, 'wanted')].find((id) => slotId.safeParse(id).success);
}

function partyOf(values: FormValues, offering: Offering): number {
  const party = Number(formValue(values, 'party'));
  return Number.isInteger(party) && party >= 1 ? Math.min(party, offering.partyMax) : 1;
}

function timesOf(deps: Deps, { office, offering }: Place, values: FormValues): string {
  const date = formValue(values, 'date');
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : dayIn(deps.clock.now(), office.timeZone).toString();
  const party = partyOf(values, offering);
  return `/offices/${office.code}/${offering.serviceCode}/times?date=${day}${party > 1 ? `&party=${party}` : ''}`;
}

function answerTo(reason: HoldRefusal): { refusal: Refusal; status: number } {
  switch (reason) {
    case 'slot-full':
    case 'none-left':
      return { refusal: 'taken', status: 409 };
    case 'already-booked':
      return { refusal: 'already-booked', status: 409 };
    case 'not-open':
    case 'beyond-horizon':
    case 'login-required':
      return { refusal: reason, status: 403 };
    case 'party-too-large':
      return { refusal: reason, status: 422 };
    case 'idempotency-key-reused':
      return { refusal: 'stale', status: 422 };
  }
}
