import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Offering } from '#features/offices/index.ts';
import { freeDays } from '#features/planner/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import { page } from '#platform/http/page.ts';
import { timesPath } from '#ui/frame/site-paths.ts';
import type { Refusal as RuleRefusal } from '../../eligibility/rule.ts';
import { bookingsOfAccount } from '../../booking.query.ts';
import { nearestTimes } from '../../form/nearest-times.query.ts';
import { NotEligibleView } from './not-eligible.view.tsx';
import { NotHeldView, type Refusal } from './not-held.view.tsx';
import { askerOf, partyOf, type Place, slotOf } from './seat-wish.ts';
import { wantedSlot } from '../../form/wanted-slot.query.ts';

const withoutOffers: readonly Refusal[] = ['already-booked', 'party-too-large', 'stale', 'no-cookie'];

/** Answers that a seat could not be held, with the ways on. */
export async function showNotHeld(
  deps: Deps,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { office, offering }: Place,
  { refusal, status, values }: { refusal: Refusal; status: number; values: FormValues },
): Promise<FastifyReply> {
  const { db, clock } = deps;
  const now = clock.now();
  const offeringId = offering.id;
  const party = partyOf(values, offering);
  const slot = slotOf(values) ?? '0';
  const wanted = await wantedSlot(db, { slot, offeringId });
  const { startsAt, day } = wanted ?? {};
  const ground = formValue(values, 'priority');
  const asker = askerOf(values);
  const withPriority = ground !== '';
  const near = withoutOffers.includes(refusal)
    ? []
    : await nearestTimes(db, { offeringId, startsAt, day, party, withPriority, asker, now });
  const isWaiting = refusal === 'beyond-horizon' || (refusal === 'taken' && near.length === 0);
  const times = timesPath({
    officeCode: office.code,
    serviceCode: offering.serviceCode,
    day: day ?? near[0]?.day ?? dayIn(now, office.timeZone),
    party,
    withPriority,
    resident: asker.resident,
  });
  const view = (
    <NotHeldView
      context={reply.pageContext()}
      refusal={refusal}
      office={office}
      offering={offering}
      party={party}
      wanted={{ slot, startsAt, day }}
      near={near}
      nextRelease={isWaiting ? await nextReleaseOf(db, { offeringId, now }) : null}
      now={now}
      existing={refusal === 'already-booked' ? await existingBooking(deps, request, offering) : undefined}
      times={times}
      ground={ground}
      resident={asker.resident}
    />
  );
  return page(reply.code(status), view);
}

async function nextReleaseOf(db: Deps['db'], request: { offeringId: number; now: Temporal.Instant }) {
  const { nextRelease: from, nextReleaseBy: by } = await freeDays(db, request);
  return from && { from, by };
}

/** Answers that this account may not book here, before any seat was taken. */
export async function showNotLetIn(
  deps: Deps,
  reply: FastifyReply,
  place: Place,
  { refusal, values }: { refusal: RuleRefusal; values: FormValues },
): Promise<FastifyReply> {
  const wanted = await wantedSlot(deps.db, { slot: slotOf(values) ?? '0', offeringId: place.offering.id });
  const day = wanted?.day ?? dayIn(deps.clock.now(), place.office.timeZone);
  const party = partyOf(values, place.offering);
  return page(
    reply.code(403),
    <NotEligibleView context={reply.pageContext()} refusal={refusal} place={place} day={day} party={party} />,
  );
}

async function existingBooking(deps: Deps, request: FastifyRequest, offering: Offering): Promise<string | undefined> {
  if (!request.viewer) return undefined;
  const owner = { accountId: request.viewer.accountId, now: deps.clock.now() };
  const bookings = await bookingsOfAccount(deps.db, deps.secrets, owner);
  return bookings.find((booking) => booking.live && booking.serviceCode === offering.serviceCode)?.code;
}
