import type { Office, Offering } from '#features/offices/index.ts';
import {
  type Asker,
  atTheDesk,
  type BookingWindow,
  freeDays,
  groupOf,
  narrows,
  onTheSite,
  windowDays,
} from '#features/planner/index.ts';
import type { ClosedSeats } from '#features/waiting-room/index.ts';
import type { Db } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { runFrom, runsAtTheTimeOf } from './candidate-runs.query.ts';
import { closedReason, outsideOwnWindow } from './closed-reason.query.ts';
import { earliestRuns, type WhyNone } from './earliest-runs.ts';
import { holdMinutes } from './hold.rules.ts';
import { isDeskKey } from './hold-owner.ts';
import type { SeatEngine } from '../seats/engine.ts';
import type { SeatAnswer } from '../seats/hold-batch.ts';

export interface HoldWish {
  /** UUID of the hold if it is won */
  readonly id: string;
  readonly office: Pick<Office, 'id' | 'timeZone'>;
  readonly offering: Pick<
    Offering,
    'id' | 'durationMinutes' | 'partyMax' | 'horizonFromDays' | 'horizonDays' | 'noticeMinutes'
  > & { readonly severalPlanners?: boolean };
  /** The slot where the visit starts, or the earliest seat between two days (both included). */
  readonly where: { slot: string } | { from: Temporal.PlainDate | undefined; to: Temporal.PlainDate | undefined };
  readonly party: number;
  readonly ownerKey: string;
  /** null before login */
  readonly accountId: number | null;
  readonly rescheduleOf: string | null;
  /** Other people than the account's own person come. */
  readonly forOthers?: boolean;
  readonly now: Temporal.Instant;
  readonly idempotency?: { key: string; bodyHash: Buffer } | undefined;
  /** Seats kept for people with priority are asked for too; the claim stands already. */
  readonly withPriority?: boolean;
  /** Where they live and how they book, for the quotas of planners; as a rule whoever comes by the site. */
  readonly asker?: Asker | undefined;
  /** Seats whose turn others wait for: the earliest is found beside them. */
  readonly closed?: readonly ClosedSeats[] | undefined;
}

export type HoldRefusal =
  | 'slot-full'
  | 'quota-full'
  | 'none-left'
  | 'already-booked'
  | 'not-open'
  | 'beyond-horizon'
  | 'login-required'
  | 'party-too-large'
  | 'idempotency-key-reused';

export interface Held {
  readonly holdId: string;
  readonly slotId: string;
  readonly startsAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant;
  /** This idempotency key was answered before: the rest is to be read from the hold. */
  readonly replay: boolean;
}

export type HoldOutcome = Outcome<Held, HoldRefusal>;

// Each try looks at the seats afresh: others take some while the list is on its way to the database. Whoever loses does so to
// somebody who won, so that few need more than two or three.
const earliestTries = 20;

const askerOf = ({ asker, ownerKey }: HoldWish): Asker => asker ?? (isDeskKey(ownerKey) ? atTheDesk : onTheSite);

/** Keeps seats for a few minutes. Decided by the seat engine, together with whoever asks at the same instant. */
export async function hold(deps: { engine: SeatEngine; db: Db }, wish: HoldWish): Promise<HoldOutcome> {
  if (wish.party > wish.offering.partyMax) return { ok: false, reason: 'party-too-large' };
  const window = windowOf(wish);
  if ('slot' in wish.where) {
    const closed = window && (await outsideOwnWindow(deps.db, { slot: wish.where.slot, window, now: wish.now }));
    if (closed) return { ok: false, reason: closed };
    const run = await runFrom(deps.db, wish.where.slot, wish.offering.durationMinutes);
    if (run.length === 0) return { ok: false, reason: 'slot-full' };
    // Planners that work side by side show one time: the seat is of the least filled, which the batch knows.
    const beside = wish.offering.severalPlanners
      ? await runsAtTheTimeOf(deps.db, {
          run,
          offeringId: wish.offering.id,
          minutes: wish.offering.durationMinutes,
          closed: wish.closed,
          now: wish.now,
        })
      : [];
    const answer = await ask(deps.engine, wish, [run, ...beside]);
    if (answer.status === 'closed')
      return { ok: false, reason: await closedReason(deps.db, { slot: wish.where.slot, now: wish.now }) };
    return outcomeOf(answer, 'slot-full');
  }
  const { where } = wish;
  for (let attempt = 1; attempt <= earliestTries; attempt += 1) {
    const tried = await earliestRuns(deps.db, {
      filter: {
        offeringId: wish.offering.id,
        durationMinutes: wish.offering.durationMinutes,
        party: wish.party,
        from: where.from,
        to: where.to,
        window,
        withPriority: wish.withPriority,
        asker: askerOf(wish),
        closed: wish.closed,
        now: wish.now,
      },
      whyNone: () => whyNone(deps.db, wish, where),
    });
    if ('whyNone' in tried) return { ok: false, reason: tried.whyNone };
    const answer = await ask(deps.engine, wish, tried.runs);
    const isGone = answer.status === 'full' || answer.status === 'quota' || answer.status === 'closed';
    if (!isGone) return outcomeOf(answer, 'none-left');
  }
  return { ok: false, reason: 'none-left' };
}

/** The offering's own horizon and notice, where it has any; the desk is bound by neither. */
function windowOf({ office, offering, ownerKey }: HoldWish): BookingWindow | undefined {
  return isDeskKey(ownerKey) || !narrows(offering) ? undefined : { ...offering, zone: office.timeZone };
}

/** Days that are not open yet are another matter than days that are full. */
async function whyNone(
  db: Db,
  wish: HoldWish,
  { from, to }: { from: Temporal.PlainDate | undefined; to: Temporal.PlainDate | undefined },
): Promise<WhyNone> {
  const window = windowOf(wish);
  if (window && to && Temporal.PlainDate.compare(to, windowDays(window, wish.now).first) < 0) return 'not-open';
  if (from === undefined) return 'none-left';
  const { horizonEnd } = await freeDays(db, { offeringId: wish.offering.id, from, to: from, now: wish.now });
  return horizonEnd !== null && Temporal.PlainDate.compare(from, horizonEnd) > 0 ? 'beyond-horizon' : 'none-left';
}

function ask(engine: SeatEngine, wish: HoldWish, candidates: readonly (readonly string[])[]): Promise<SeatAnswer> {
  return engine.hold({
    id: wish.id,
    owner: wish.ownerKey,
    accountId: wish.accountId,
    offeringId: wish.offering.id,
    party: wish.party,
    candidates,
    now: wish.now,
    expiresAt: wish.now.add({ minutes: holdMinutes }),
    rescheduleOf: wish.rescheduleOf,
    forOthers: wish.forOthers ?? false,
    group: groupOf(askerOf(wish)),
    key: wish.idempotency?.key ?? null,
    keyHash: wish.idempotency?.bodyHash ?? null,
  });
}

function outcomeOf(answer: SeatAnswer, whenFull: 'slot-full' | 'none-left'): HoldOutcome {
  switch (answer.status) {
    case 'held':
    case 'replay':
      return { ok: true, ...answer, replay: answer.status === 'replay' };
    case 'full':
    case 'again':
      return { ok: false, reason: whenFull };
    case 'quota':
      return { ok: false, reason: 'quota-full' };
    case 'closed':
      return { ok: false, reason: 'not-open' };
    case 'booked':
      return { ok: false, reason: 'already-booked' };
    case 'cap':
      return { ok: false, reason: 'login-required' };
    case 'key':
      return { ok: false, reason: 'idempotency-key-reused' };
  }
}
