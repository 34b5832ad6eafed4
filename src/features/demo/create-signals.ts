import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';

const warned = 'irene.longo@demo.example';
const office = 'cons-new-york-city';

/** Two signals that wait for a look, and a warning that its person has answered, at an office with cases of accounts. */
export async function createSignals(
  tx: Tx,
  { secrets, now }: { secrets: Secrets; now: Temporal.Instant },
): Promise<void> {
  const signals = [
    { kind: 'cancelling', evidence: { times: 7, hours: 48 }, people: ['bruno.ricci@demo.example'] },
    { kind: 'shared-browser', evidence: { accounts: 6, days: 4 }, people: [warned, 'silvia.greco@demo.example'] },
  ] as const;
  for (const { kind, evidence, people } of signals) {
    const { id } = await tx
      .insertInto('signal')
      .values({
        kind,
        subject_key: secrets.hash('signal', `demo ${kind}`),
        evidence: JSON.stringify(evidence),
        first_at: now.subtract({ hours: 30 }),
        last_at: now.subtract({ hours: 2 }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sql`
      INSERT INTO signal_account (signal_id, account_id)
      SELECT ${id}, a.id FROM account a WHERE lower(a.email) = ANY (${[...people]}::text[])`.execute(tx);
    await sql`
      INSERT INTO signal_booking (signal_id, booking_id)
      SELECT ${id}, b.id FROM booking b JOIN signal_account s ON s.account_id = b.account_id AND s.signal_id = ${id}
      ORDER BY b.id LIMIT 10`.execute(tx);
  }
  const reason =
    'In due giorni hai prenotato e annullato sei volte lo stesso servizio. Prenota quando sai di poter venire.';
  const answer = 'Cercavo una data prima della partenza: mi dispiace, non sapevo che desse fastidio ad altri.';
  await sql`
    INSERT INTO signal_notice (account_id, office_id, signal_kind, decision, reason_cipher, created_by, created_at,
                               appeal_cipher, appealed_at)
    SELECT a.id, o.id, 'cancelling', 'warn', ${secrets.encrypt(reason)}, p.id, ${now.subtract({ hours: 40 })},
           ${secrets.encrypt(answer)}, ${now.subtract({ hours: 20 })}
    FROM account a, office o, account p
    WHERE lower(a.email) = ${warned} AND o.code = ${office} AND lower(p.email) = 'operator.newyork@demo.example'`.execute(
    tx,
  );
}
