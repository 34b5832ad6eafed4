import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** A seat of an appointment in one slot. */
export interface PromisedSeat {
  /** which appointment: any number, the same for all its slots */
  readonly ord: number;
  readonly slotId: string;
  readonly party: number;
  /** the desks that the planner means to have there */
  readonly room: number;
}

/**
 * Takes seats for appointments that were promised elsewhere, all of them: a slot that is full gets seats of its own for
 * them, which go when they are given back (`free_seats`), so that nobody else is ever offered them. Locks the slots in id
 * order. Answers the appointments that stand beyond the room there is.
 */
export async function takePromisedSeats(tx: Tx, seats: readonly PromisedSeat[]): Promise<Set<number>> {
  if (seats.length === 0) return new Set();
  const { rows } = await sql<{ ord: number }>`
    SELECT ord FROM take_promised_seats(
      ${seats.map(({ ord }) => ord)}::int[], ${seats.map(({ slotId }) => slotId)}::bigint[],
      ${seats.map(({ party }) => party)}::int[], ${seats.map(({ room }) => room)}::int[])`.execute(tx);
  return new Set(rows.map(({ ord }) => ord));
}
