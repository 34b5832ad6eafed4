import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import { defaultMoveRule, type MoveRule, moveRule } from './move-rule.ts';

/** Appointments of one job. */
const most = 500;

/** What the task `offer-moves` is asked: bookings stand above planners and do it. */
export const movesAsked = z.object({
  officeId: z.int(),
  bookingCodes: z.array(z.string()),
  /** `office`: an operator chose them, though they could stay */
  cause: z.enum(['planner', 'closure', 'office']),
  rule: moveRule.default(defaultMoveRule),
  /** days and hours they are to leave: no seat there is offered */
  leaving: z
    .object({
      from: z.string(),
      to: z.string(),
      starts: z.string().nullable(),
      ends: z.string().nullable(),
      plannerId: z.int().nullable(),
    })
    .optional(),
  /** what was asked at once, in however many jobs: its progress and its results are told together */
  round: z.object({ id: z.uuid(), total: z.int(), askedBy: z.int() }).optional(),
});

export type MovesAsked = z.input<typeof movesAsked>;

/**
 * Asks for another seat for each of these appointments, held for its people until they say whether they want it. Answers
 * with the id under which its progress can be seen; undefined when there is nobody to ask for.
 */
export async function askForMoves(
  tx: Tx,
  request: {
    officeId: number;
    accountId: number;
    bookings: readonly { readonly code: string }[];
    cause: MovesAsked['cause'];
    rule?: MoveRule | undefined;
    leaving?: MovesAsked['leaving'];
    now: Temporal.Instant;
  },
): Promise<string | undefined> {
  const { officeId, accountId, cause, rule = defaultMoveRule, leaving, now } = request;
  const codes = request.bookings.map(({ code }) => code);
  if (codes.length === 0) return undefined;
  const round = { id: randomUUID(), total: codes.length, askedBy: accountId };
  for (let from = 0; from < codes.length; from += most) {
    const bookingCodes = codes.slice(from, from + most);
    const payload: MovesAsked = { officeId, bookingCodes, cause, rule, ...(leaving && { leaving }), round };
    await enqueue(tx, { task: 'offer-moves', payload, at: now });
  }
  return round.id;
}

/** What the task `withdraw-moves` is asked: hours are open again, and some offers have no reason any more. */
export const withdrawalAsked = z.object({ officeId: z.int() });

export async function askForWithdrawal(tx: Tx, { officeId, now }: { officeId: number; now: Temporal.Instant }) {
  const payload: z.input<typeof withdrawalAsked> = { officeId };
  await enqueue(tx, { task: 'withdraw-moves', payload, at: now });
}
