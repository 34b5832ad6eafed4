import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { personKey } from '#features/identity/index.ts';
import { findOfferingById } from '#features/offices/index.ts';
import { askerIn } from '#features/planner/index.ts';
import { resetWeights, settleAssigned } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { book, type BookRefusal } from '../book.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import { ownerKey } from '../hold/hold-owner.ts';
import { claimSeats } from '../seats/give-back.ts';
import type { Channel } from '../status.rules.ts';
import { openAnswers } from './answers.ts';
import type { Run } from './assign.rules.ts';
import type { RegistrationToAssign } from './to-assign.query.ts';

/** `not-next`: somebody else has decided meanwhile; `no-seat`: the seat has gone, or a quota keeps it for others. */
export type AssignRefusal = 'not-next' | 'no-seat' | 'not-eligible' | BookRefusal;

/**
 * Gives a seat to whoever is next in the order drawn: seats, booking, ticket and weight in one transaction, so that it is
 * done once however often it is begun.
 */
export async function assignSeat(
  tx: Tx,
  secrets: Secrets,
  request: { registration: RegistrationToAssign; answers: Buffer; run: Run; zone: string; now: Temporal.Instant },
): Promise<Outcome<{ bookingId: string }, AssignRefusal>> {
  const { registration, run, zone, now } = request;
  const { roomId, number, wishes, quotaGroup, accountId, channel } = registration;
  const slotIds = run.slots.map(({ id }) => id);
  const [first, last] = [run.slots[0], run.slots.at(-1)];
  if (!first || !last || !(await claimSeats(tx, { slotIds, party: wishes.party, group: quotaGroup }, now)))
    return { ok: false, reason: 'no-seat' };
  if (!(await isNext(tx, registration))) return { ok: false, reason: 'not-next' };
  const { residence, ...answers } = openAnswers(secrets, request.answers);
  const offering = await findOfferingById(tx, run.offeringId);
  if (!offering) return { ok: false, reason: 'not-eligible' };
  const day = dayIn(first.startsAt, zone);
  const viewer = accountId === null ? null : { accountId };
  if (await whyNotEligible(tx, { viewer, offering, now, day, people: answers.people }))
    return { ok: false, reason: 'not-eligible' };
  const holdId = holdIdOf(registration);
  await sql`
    INSERT INTO hold (id, owner, account_id, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state,
                      created_at, first_expires_at, expires_at, quota_group)
    SELECT ${holdId}, ${ownerKey(secrets, { kind: 'drawn', holdId })}, ${accountId}, ${slotIds}, s.id, s.planner_id,
           ${run.offeringId}, s.day, s.starts_at, ${last.endsAt}, ${wishes.party}, 'live', ${now},
           ${now.add({ minutes: 1 })}, ${now.add({ minutes: 1 })}, CASE WHEN p.quotas IS NOT NULL THEN ${quotaGroup} END
    FROM slot s JOIN planner p ON p.id = s.planner_id WHERE s.id = ${first.id}`.execute(tx);
  const outcome = await book(tx, secrets, {
    ...answers,
    residence,
    holdId,
    owner: { kind: 'drawn', holdId },
    accountId,
    language: registration.language,
    delivery: null,
    channel: channelOf(channel, quotaGroup),
    createdBy: registration.enteredBy,
    now,
  });
  if (!outcome.ok) return { ok: false, reason: outcome.reason };
  const { bookingId } = outcome;
  await tx
    .updateTable('registration')
    .set({
      state: 'assigned',
      decided_at: now,
      offering_id: run.offeringId,
      slot_ids: slotIds,
      starts_at: first.startsAt,
      booking_id: bookingId,
      next_weight: 1,
    })
    .where('room_id', '=', roomId)
    .where('number', '=', number)
    .execute();
  await settleAssigned(tx, { roomId, number, bookingId, now });
  const personKeys = answers.people.map((person) => personKey(secrets, person));
  await resetWeights(tx, { personKeys, offeringIds: [registration.offeringId, run.offeringId] });
  return { ok: true, bookingId };
}

/** Whether everybody before them has an answer and they have none; nobody else decides until the transaction ends. */
export async function isNext(
  tx: Tx,
  { roomId, number, place }: Pick<RegistrationToAssign, 'roomId' | 'number' | 'place'>,
): Promise<boolean> {
  // One at a time over a draw, whatever worker it is; a row lock would stand before the slots' in the order of locks.
  await sql`SELECT pg_advisory_xact_lock(${assignLocks}::int, ${roomId}::int)`.execute(tx);
  const { rows } = await sql<{ number: number; place: number }>`
    SELECT number, place FROM registration WHERE room_id = ${roomId} AND state = 'registered' AND place IS NOT NULL
    ORDER BY place LIMIT 1`.execute(tx);
  return rows[0]?.number === number && rows[0].place === place;
}

/** Told apart from other advisory locks by this number. */
const assignLocks = 390_049;

/** The same hold however often it is tried: one ticket has one. */
function holdIdOf({ roomId, number }: RegistrationToAssign): string {
  const hex = createHash('sha256').update(`registration ${roomId} ${number}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function channelOf(channel: string, group: string): Channel {
  const known = askerIn(group)?.channel ?? 'web';
  return channel === 'api' ? 'api' : known;
}
