import type { Viewer } from '#features/identity/index.ts';
import type { Offering } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import type { Refusal } from '../eligibility/rule.ts';
import type { SeatEngine } from '../seats/engine.ts';
import { hold, type HoldOutcome, type HoldWish } from './hold.ts';

/** A hold asked for by a citizen: first whether this account may book here at all, where somebody is logged in. */
export async function holdForCitizen(
  deps: { engine: SeatEngine; db: Db },
  { wish, viewer, offering }: { wish: HoldWish; viewer: Viewer | null; offering: Offering },
): Promise<HoldOutcome | { ok: false; reason: 'not-eligible'; refusal: Refusal }> {
  // Whoever moves an appointment they have was let in when they booked it.
  const refusal =
    wish.rescheduleOf === null ? await whyNotEligible(deps.db, { viewer, offering, now: wish.now }) : undefined;
  return refusal ? { ok: false, reason: 'not-eligible', refusal } : hold(deps, wish);
}
