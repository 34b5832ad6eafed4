import { setTimeout as pause } from 'node:timers/promises';
import { loadMasterSecret } from '#platform/key-ring.ts';
import { createSecrets } from '#platform/secrets.ts';
import type { RunningTurno } from '#test/running-turno.ts';
import { untilAnswered } from './answered.ts';
import { judgeBookings, judgeRoom, judgeSeats } from './judge.ts';
import { withDatabase } from './own-database.ts';
import { bookDirectly, type Outcome, type Person, waitAndBook } from './people.ts';
import { freshSlots, place, stageRoom } from './stage.ts';

export interface RoundWish {
  readonly round: number;
  /** session tokens of citizens nobody has used, by their numbers from `first` on */
  readonly tokens: readonly string[];
  readonly first: number;
  readonly cuts: number;
  /** what goes wrong meanwhile; ends when everybody has been answered */
  readonly disturb: (over: () => boolean) => Promise<void>;
}

export interface RoundResult {
  readonly acknowledged: number;
  readonly violations: string[];
}

const roomSlots = { slots: 8, seats: 3 };
const openSlots = { slots: 6, seats: 3 };

/**
 * A release with a room before it, joined by half of the people, while the other half books directly; things go wrong
 * meanwhile. Judged when everybody was answered and the room is over.
 */
export async function runRound(turno: () => RunningTurno, wish: RoundWish): Promise<RoundResult> {
  const { tokens, round, cuts, first } = wish;
  const { address, dataFolder } = turno();
  const secrets = createSecrets(loadMasterSecret({ secret: undefined, dataFolder }));
  const [room, open] = await withDatabase(dataFolder, async (db) => [
    await stageRoom(db, secrets, { ...roomSlots, now: Temporal.Now.instant() }),
    await freshSlots(db, openSlots),
  ]);
  const people = tokens.map((token, index): Person => ({ address, token, cuts, index: first + index, round }));
  const half = Math.floor(people.length / 2);
  let over = false;
  const disturbed = wish.disturb(() => over);
  const waiting = Promise.allSettled(people.slice(0, half).map((one) => waitAndBook(one, place, room)));
  const booking = Promise.allSettled(
    people
      .slice(half)
      .map((one, index) => bookDirectly(one, { ...place, slot: open.slots[index % open.slots.length] ?? '' })),
  );
  const told = [await waiting, await booking];
  over = true;
  await disturbed;
  const [waited = [], booked = []] = told.map(outcomesOf);
  const faults = told.flat().flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  const asking = { address, token: tokens[0] ?? '', cuts: 0 };
  const judged = async () => {
    const proof = await untilAnswered(asking, `/releases/${room.code}/proof`);
    return withDatabase(dataFolder, async (db) => [
      ...(await judgeBookings(db, [...waited, ...booked], { seats: room.seats + open.seats })),
      ...(await judgeRoom(db, room, waited, proof.body)),
      ...(await judgeSeats(db)),
    ]);
  };
  return { acknowledged: [...waited, ...booked].length, violations: [...faults, ...(await untilQuiet(judged))] };
}

function outcomesOf(told: readonly PromiseSettledResult<Outcome>[]): Outcome[] {
  return told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** Seats of holds that nobody uses come back, and tickets are settled, by programs that may just be starting again. */
async function untilQuiet(judged: () => Promise<string[]>): Promise<string[]> {
  for (let tries = 1; ; tries += 1) {
    const violations = await judged().catch((error: unknown) => [`nobody could judge: ${String(error)}`]);
    if (violations.length === 0 || tries >= 30) return violations;
    await pause(500);
  }
}
