import { randomUUID } from 'node:crypto';
import {
  findHold,
  hold,
  type HoldOwner,
  type HoldRefusal,
  ownerKey,
  releaseHold,
  type SeatEngine,
} from '#features/booking/index.ts';
import type { Office, Offering } from '#features/offices/index.ts';
import type { Asker } from '#features/planner/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { Outcome } from '#platform/transaction.ts';

export interface DeskHold {
  readonly holdId: string;
  readonly owner: HoldOwner;
}

interface SeatWish {
  readonly operatorId: number;
  /** UUID of the form: sent twice, it is the same seat and the same booking. */
  readonly form: string;
  readonly office: Office;
  readonly offering: Offering;
  readonly slot: string;
  readonly party: number;
  /** how they asked and where they live, for the quotas of planners */
  readonly asker?: Asker | undefined;
  readonly now: Temporal.Instant;
}

/** Keeps the seat for the moment it takes to book it; `booking` when this very form has booked before. */
export async function holdAtDesk(
  deps: Deps,
  engine: SeatEngine,
  wish: SeatWish,
): Promise<Outcome<DeskHold & { booking: string | null }, HoldRefusal>> {
  const { operatorId, form, office, offering, slot, party, asker, now } = wish;
  const owner: HoldOwner = { kind: 'desk', accountId: operatorId, form };
  const earlier = await findHold(deps.db, deps.secrets, { holdId: form, owner });
  if (earlier?.bookingCode) return { ok: true, holdId: form, owner, booking: earlier.bookingCode };
  const outcome = await hold(
    { engine, db: deps.db },
    {
      id: earlier ? randomUUID() : form,
      office,
      offering,
      where: { slot },
      party,
      ownerKey: ownerKey(deps.secrets, owner),
      // The operator's own: a seat without an account would count as one before login, and those are few.
      accountId: operatorId,
      rescheduleOf: null,
      asker,
      now,
    },
  );
  return outcome.ok ? { ok: true, holdId: outcome.holdId, owner, booking: null } : outcome;
}

/** Gives the seat back at once when it was not booked after all. */
export async function letGo(deps: Deps, held: DeskHold): Promise<void> {
  await releaseHold(deps.db, deps.secrets, { holdId: held.holdId, owner: held.owner, now: deps.clock.now() });
}
