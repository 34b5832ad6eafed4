import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Task } from '#platform/jobs.ts';
import { transact } from '#platform/transaction.ts';
import { type SignalKind, signalKinds } from '../tables.ts';
import { detectors, type Found } from './detectors.ts';

/** What was decided is not asked again so soon, in days. */
const settledDays = 30;

/** Looks for what a person should look at; what is found again is the same signal with newer figures. */
export const findSignals: Task = async (deps) => {
  const { db, secrets, clock, log } = deps;
  const now = clock.now();
  for (const kind of signalKinds) {
    const found = await detectors[kind](db, now);
    for (const one of found) {
      const subjectKey = secrets.hash('signal', `${kind} ${one.subject}`);
      await transact(db, async (tx) => {
        await note(tx, { kind, subjectKey, found: { tickets: [], ...one }, now });
        return { ok: true };
      });
    }
    if (found.length > 0) log.info({ kind, found: found.length }, 'signals for people to look at');
  }
};

async function note(
  tx: Tx,
  { kind, subjectKey, found, now }: { kind: SignalKind; subjectKey: Buffer; found: Found; now: Temporal.Instant },
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO signal AS s (kind, subject_key, evidence, first_at, last_at)
    SELECT ${kind}, ${subjectKey}, ${JSON.stringify(found.evidence)}::jsonb, ${now}, ${now}
    WHERE NOT EXISTS (SELECT FROM signal d WHERE d.kind = ${kind} AND d.subject_key = ${subjectKey}
                      AND d.decided_at > ${now.subtract({ hours: 24 * settledDays })})
    ON CONFLICT (kind, subject_key) WHERE decision IS NULL
    DO UPDATE SET evidence = excluded.evidence, last_at = excluded.last_at
    RETURNING id`.execute(tx);
  const [signal] = rows;
  if (signal === undefined) return;
  const { id } = signal;
  await sql`
    INSERT INTO signal_account (signal_id, account_id) SELECT ${id}, unnest(${[...found.accounts]}::int[])
    ON CONFLICT DO NOTHING`.execute(tx);
  await sql`
    INSERT INTO signal_booking (signal_id, booking_id) SELECT ${id}, unnest(${[...found.bookings]}::bigint[])
    ON CONFLICT DO NOTHING`.execute(tx);
  await sql`
    INSERT INTO signal_ticket (signal_id, room_id, number)
    SELECT ${id}, t."roomId", t.number FROM jsonb_to_recordset(${JSON.stringify(found.tickets)}::jsonb) AS t("roomId" int, number int)
    ON CONFLICT DO NOTHING`.execute(tx);
}
