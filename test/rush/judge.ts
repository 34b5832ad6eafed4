import { sql } from 'kysely';
import { seatFaults } from '#features/booking/seats/seat-faults.query.ts';
import { verify } from '#features/waiting-room/draw/verify.ts';
import type { Db } from '#platform/database.ts';
import type { Outcome } from './people.ts';

/** What people were told, and what stands behind it: a sentence for each thing that is not as it must be. */
export async function judgeBookings(
  db: Db,
  outcomes: readonly Outcome[],
  { seats }: { seats: number },
): Promise<string[]> {
  const booked = outcomes.flatMap((one) => ('code' in one ? [{ ...one, email: emailOf(one) }] : []));
  const { rows } = await sql<{ code: string; email: string }>`
    SELECT b.code, a.email FROM booking b JOIN account a ON a.id = b.account_id
    WHERE b.live AND a.email = ANY (${outcomes.map(emailOf)}::text[])`.execute(db);
  const kept = new Map(rows.map(({ code, email }) => [code, email]));
  const told = new Set(booked.map(({ code }) => code));
  const lost = booked.filter(({ code, email }) => kept.get(code) !== email);
  const untold = rows.filter(({ code }) => !told.has(code));
  const owners = rows.map(({ email }) => email);
  return [
    ...lost.map(({ code }) => `acknowledged booking ${code} is lost`),
    ...untold.map(({ code }) => `booking ${code} was never acknowledged, though everybody was answered`),
    ...owners.filter((email, at) => owners.indexOf(email) !== at).map(() => 'somebody is booked twice'),
    ...(told.size === booked.length ? [] : ['one booking was acknowledged to two people']),
    ...(booked.length <= seats ? [] : [`${booked.length} bookings for ${seats} seats`]),
  ];
}

/** Seats counted as taken that nobody has, or the other way round. */
export async function judgeSeats(db: Db): Promise<string[]> {
  return (await seatFaults(db)).map(
    ({ slotId, taken, claimed, capacity }) => `slot ${slotId}: ${taken} taken, ${claimed} claimed, of ${capacity}`,
  );
}

/** A room that is over: everybody was told how it ended, once for each person, and the draw can be worked out again. */
export async function judgeRoom(
  db: Db,
  room: { roomId: number; seats: number },
  outcomes: readonly Outcome[],
  proof: unknown,
): Promise<string[]> {
  const { rows: tickets } = await sql<{ state: string; count: number }>`
    SELECT state, count(*)::int AS count FROM ticket WHERE room_id = ${room.roomId} GROUP BY 1`.execute(db);
  const { rows: twice } = await sql`
    SELECT person_key FROM ticket_person tp JOIN ticket t USING (room_id, number)
    WHERE room_id = ${room.roomId} AND t.state <> 'displaced' GROUP BY 1 HAVING count(*) > 1`.execute(db);
  const count = (state: string) => tickets.find((row) => row.state === state)?.count ?? 0;
  const all = tickets.reduce((sum, row) => sum + row.count, 0);
  const open = count('waiting') + count('admitted');
  const booked = outcomes.filter((one) => 'code' in one).length;
  const told = outcomes.filter(({ ticket }) => ticket !== undefined).length;
  const verdict = verify(proof);
  // Who asked when the room was over already, since the site was away for so long, did not wait.
  const expected = Math.min(room.seats, told);
  return [
    ...(all <= outcomes.length ? [] : [`${all} tickets for ${outcomes.length} people`]),
    ...(told <= all ? [] : [`${told} people were told of a ticket, ${all} are there`]),
    ...twice.map(() => 'somebody has two tickets'),
    ...(open === 0 ? [] : [`${open} tickets have no outcome`]),
    ...(booked === expected ? [] : [`${booked} booked of ${expected} seats that people waited for`]),
    ...(count('booked') === booked ? [] : [`${count('booked')} tickets are booked, ${booked} people were told so`]),
    ...(verdict.ok && verdict.result === 'correct-if-seed-kept'
      ? []
      : [`the draw does not verify: ${verdict.ok ? verdict.result : `${verdict.fault} ${verdict.detail}`}`]),
  ];
}

function emailOf({ person }: Outcome): string {
  return `citizen-${person.index}@demo.example`;
}
