import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';

/** Appointments of one job. */
const most = 500;

/** What the task `offer-moves` is asked: bookings stand above planners and do it. */
export const movesAsked = z.object({
  officeId: z.int(),
  bookingCodes: z.array(z.string()),
  cause: z.enum(['planner', 'closure']),
});

export type MovesAsked = z.output<typeof movesAsked>;

/** Asks for another seat for each of these appointments, held for its people until they say whether they want it. */
export async function askForMoves(
  tx: Tx,
  request: {
    officeId: number;
    bookings: readonly { readonly code: string }[];
    cause: MovesAsked['cause'];
    now: Temporal.Instant;
  },
): Promise<void> {
  const { officeId, cause, now } = request;
  const codes = request.bookings.map(({ code }) => code);
  for (let from = 0; from < codes.length; from += most) {
    const payload: MovesAsked = { officeId, bookingCodes: codes.slice(from, from + most), cause };
    await enqueue(tx, { task: 'offer-moves', payload, at: now });
  }
}
