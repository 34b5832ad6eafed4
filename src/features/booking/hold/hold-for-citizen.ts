import type { Viewer } from '#features/identity/index.ts';
import type { Office, Offering } from '#features/offices/index.ts';
import type { PriorityGround } from '#features/planner/index.ts';
import { type Gate, type GateRefusal, openGate } from '#features/waiting-room/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Db } from '#platform/database.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import type { Refusal } from '../eligibility/rule.ts';
import { invitationPath } from '../invitations/invitation-box.tsx';
import { claimInvitation, tieToHold } from '../invitations/use-invitation.ts';
import { carryClaim, claimPriority } from '../priority/claim-priority.ts';
import type { SeatEngine } from '../seats/engine.ts';
import { hold, type HoldOutcome, type HoldWish } from './hold.ts';

/** A hold asked for by a citizen: first whether this account may book here at all, where somebody is logged in. */
export async function holdForCitizen(
  deps: { engine: SeatEngine; db: Db; gate?: Gate | undefined },
  { ticket, wish: asked, viewer, office, offering, movedFrom, invitation, priority }: CitizenWish,
): Promise<HoldOutcome | NotInTurn | { ok: false; reason: 'not-eligible'; refusal: Refusal }> {
  // Whoever moves an appointment within its service was let in when they booked it; another office asks as ever.
  const wasLetIn = movedFrom === offering.id;
  const refusal = wasLetIn
    ? undefined
    : await whyNotEligible(deps.db, { viewer, offering, now: asked.now, stepsUpLater: true });
  if (refusal) return { ok: false, reason: 'not-eligible', refusal };
  const passed = await (deps.gate ?? openGate).pass(deps.db, {
    holdId: asked.id,
    offeringId: offering.id,
    party: asked.party,
    accountId: viewer?.accountId ?? null,
    ticket,
    slot: 'slot' in asked.where ? asked.where.slot : undefined,
    now: asked.now,
  });
  if (!passed.ok)
    return passed.reason === 'queue-required'
      ? { ok: false, reason: 'queue-required' }
      : { ok: false, reason: 'not-the-ticket-holder' };
  const wish = { ...asked, withPriority: priority !== undefined, closed: passed.closed };
  if (priority) {
    const { id: holdId, now } = wish;
    await claimPriority(
      { db: deps.db, secrets: priority.secrets },
      { holdId, offeringId: offering.id, ground: priority.ground, now },
    );
  }
  if (!priority && wish.rescheduleOf !== null)
    await carryClaim(deps.db, { bookingId: wish.rescheduleOf, holdId: wish.id });
  if (!offering.inviteOnly || wasLetIn) return hold(deps, wish);
  const ways = [{ name: 'enter-invitation', href: invitationPath(office.code, offering.serviceCode) }] as const;
  // An invitation is used up by booking, never by moving.
  if (invitation === undefined || movedFrom !== undefined)
    return { ok: false, reason: 'not-eligible', refusal: { name: 'not-invited', ways } };
  const { id: holdId, ownerKey, now } = wish;
  const isGood = await claimInvitation(deps.db, { id: invitation, offeringId: offering.id, holdId, ownerKey, now });
  if (!isGood) return { ok: false, reason: 'not-eligible', refusal: { name: 'invitation-not-good', ways } };
  const outcome = await hold(deps, wish);
  if (outcome.ok && outcome.holdId !== holdId)
    await tieToHold(deps.db, { id: invitation, asked: holdId, held: outcome.holdId });
  return outcome;
}

// One type for each reason, so that whoever has handled them is left with those of a hold.
type NotInTurn = { [Reason in GateRefusal]: { ok: false; reason: Reason } }[GateRefusal];

export interface CitizenWish {
  readonly wish: HoldWish;
  readonly viewer: Viewer | null;
  readonly office: Pick<Office, 'code'>;
  readonly offering: Offering;
  /** the offering of the booking that is to be moved here */
  readonly movedFrom?: number | undefined;
  /** the invitation they come with, for an offering that asks for one */
  readonly invitation: number | undefined;
  /** of the room before these seats; without it the account's own is looked for */
  readonly ticket?: string | undefined;
  /** why they may have seats kept for some, where they say so */
  readonly priority?: { readonly ground: PriorityGround; readonly secrets: Secrets } | undefined;
}
