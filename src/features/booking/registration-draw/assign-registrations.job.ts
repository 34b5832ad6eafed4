import { sql } from 'kysely';
import { endAssignedRoom } from '#features/waiting-room/index.ts';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { type AssignRefusal, assignSeat } from './assign-seat.ts';
import { firstFit, fits, type OfferedSlot, without } from './assign.rules.ts';
import { beginAssigning } from './begin-assigning.ts';
import { fixWishes } from './fix-wishes.ts';
import { handOver } from './hand-over.ts';
import { type DrawPlace, drawPlaces, drawSlots, type OfferedSeats, slotsAsPublished } from './seats-offered.query.ts';
import { settleUndrawn, type Undrawn } from './settle-undrawn.ts';
import { type RegistrationToAssign, toAssign } from './to-assign.query.ts';

/** How many are looked at together: those without a seat among them are settled in one transaction. */
const most = 200;

/** Fixes what is closed, and gives the seats of what is drawn; killed at any point it goes on where it was. */
export async function assignRegistrations(deps: Deps): Promise<void> {
  await fixWishes(deps);
  for (const roomId of await drawnRooms(deps.db)) {
    await beginAssigning(deps, roomId);
    while (await assignSome(deps, roomId));
    await handOver(deps, roomId);
    await finish(deps, roomId);
  }
}

async function drawnRooms(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT r.id FROM room r JOIN draw d ON d.room_id = r.id LEFT JOIN registration_draw g ON g.room_id = r.id
    WHERE r.ordering = 'registration-draw' AND d.places IS NOT NULL AND g.assigned_at IS NULL AND g.cancelled_at IS NULL
      AND r.outcome IS DISTINCT FROM 'cancelled'
    ORDER BY d.drawn_at, r.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** What is known of a draw while some of its tickets are decided: the database has the last word on each seat. */
interface Board {
  /** at closing, and when the first was assigned */
  readonly published: readonly (readonly OfferedSlot[])[];
  readonly places: readonly DrawPlace[];
  left: readonly OfferedSlot[];
  /** runs that a quota keeps from a group, though there is room */
  readonly shut: Set<string>;
}

/** Decides about the next in the order; false when nobody is left. */
async function assignSome(deps: Deps, roomId: number): Promise<boolean> {
  const now = deps.clock.now();
  const [places, slots, seats] = await Promise.all([
    drawPlaces(deps.db, { roomId, now }),
    drawSlots(deps.db, { roomId, now }),
    seatsPublished(deps.db, roomId),
  ]);
  const next = await toAssign(deps.db, { roomId, places, most });
  const left = slots.filter(({ free }) => free > 0);
  const board: Board = { places, left, published: seats.map(slotsAsPublished), shut: new Set() };
  let undrawn: Undrawn[] = [];
  const settle = async () => {
    const done = undrawn;
    undrawn = [];
    if (done.length > 0) await transact(deps.db, (tx) => settleUndrawn(tx, { undrawn: done, now }));
  };
  for (const registration of next) {
    if (firstFit(board.left, registration) === undefined) {
      undrawn.push({
        registration,
        why: board.published.some((slots) => firstFit(slots, registration)) ? 'none-left' : 'none-suited',
      });
      continue;
    }
    await settle();
    const why = await giveSeat(deps, board, registration);
    if (why === 'not-next') return true;
    if (why !== 'assigned') undrawn.push({ registration, why: why === 'no-seat' ? 'none-left' : why });
  }
  await settle();
  return next.length > 0;
}

/** Tries the seats that fit, the first one first: a quota may keep one for others, consent may need a later day. */
async function giveSeat(
  { db, secrets, clock }: Deps,
  board: Board,
  registration: RegistrationToAssign,
): Promise<'assigned' | AssignRefusal | 'withdrawn'> {
  const { answers, wishes, quotaGroup } = registration;
  if (answers === null) return 'withdrawn';
  let refused: AssignRefusal = 'no-seat';
  for (const run of fits(board.left, registration)) {
    const key = `${run.offeringId} ${run.slots[0]?.id ?? ''} ${quotaGroup} ${wishes.party}`;
    if (board.shut.has(key)) continue;
    const zone = board.places.find(({ offeringId }) => offeringId === run.offeringId)?.zone ?? 'UTC';
    const outcome = await transact(db, (tx) =>
      assignSeat(tx, secrets, { registration, answers, run, zone, now: clock.now() }),
    );
    if (outcome.ok) {
      board.left = without(board.left, run, wishes.party).filter(({ free }) => free > 0);
      return 'assigned';
    }
    const { reason } = outcome;
    if (reason !== 'no-seat' && reason !== 'clearance-too-late') return reason;
    if (reason === 'no-seat') board.shut.add(key);
    else refused = reason;
  }
  return refused;
}

async function seatsPublished(db: Db, roomId: number): Promise<OfferedSeats[]> {
  const row = await db
    .selectFrom('registration_draw')
    .select(['seats_at_closing as atClosing', 'seats_offered as offered'])
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return [row?.atClosing ?? [], row?.offered ?? []];
}

/** Everybody has an answer: what is left of the seats is for everybody, from the told time on. */
async function finish({ db, clock }: Deps, roomId: number): Promise<void> {
  const now = clock.now();
  await transact(db, async (tx) => {
    const { rows } = await sql`
      SELECT FROM registration WHERE room_id = ${roomId}
        AND ((state = 'registered' AND place IS NOT NULL) OR (state = 'not-drawn' AND wants_waiting AND waiting IS NULL)) LIMIT 1`.execute(
      tx,
    );
    if (rows.length > 0) return { ok: false };
    const left = await drawSlots(tx, { roomId, now });
    await tx
      .updateTable('registration_draw')
      .set({ assigned_at: now })
      .where('room_id', '=', roomId)
      .where('assigned_at', 'is', null)
      .execute();
    await endAssignedRoom(tx, { roomId, outcome: left.some(({ free }) => free > 0) ? 'emptied' : 'sold-out', now });
    return { ok: true };
  });
}
