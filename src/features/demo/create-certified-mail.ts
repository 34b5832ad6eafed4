import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';

/** The receipts of a request that a consulate sent to a municipality, as an invented provider would certify them. */
export async function createCertifiedMail(
  tx: Tx,
  { secrets, now }: { secrets: Secrets; now: Temporal.Instant },
): Promise<void> {
  const sentAt = now.subtract({ hours: 24 * 2 });
  const { rows } = await sql<{ id: string }>`
    INSERT INTO certified_message (office_id, about, about_id, payload, dedupe, recipient, message_id, mark, provider_id, state,
                                   next_try_at, created_at, sent_at, accepted_at, delivered_at)
    SELECT c.office_id, 'clearance', c.id::text, '{}', 'demo', 'protocollo@comune-' || lower(c.municipality_code) || '.pec.example',
           '<certified.demo@turno.example>', '1-DEMO', 'opec.demo@pec.example', 'delivered', ${now}, ${sentAt}, ${sentAt},
           ${sentAt.add({ seconds: 4 })}, ${sentAt.add({ seconds: 19 })}
    FROM clearance c WHERE c.protocol = '1024/C' AND c.municipality_code IS NOT NULL ORDER BY c.id LIMIT 1
    RETURNING id`.execute(tx);
  const [message] = rows;
  if (message === undefined) return;
  await sql`UPDATE clearance SET certified = true WHERE protocol = '1024/C' AND municipality_code IS NOT NULL`.execute(
    tx,
  );
  for (const [kind, seconds] of [
    ['accettazione', 4],
    ['avvenuta-consegna', 19],
  ] as const) {
    const text = Buffer.from(`X-Ricevuta: ${kind}\r\nSubject: ${kind}\r\n\r\nRicevuta inventata della demo.\r\n`);
    const raw = secrets.seal(text, `certified-receipt ${message.id}`);
    await sql`
      INSERT INTO certified_receipt (message_id, kind, own_id, at, read_at, raw_cipher)
      VALUES (${message.id}, ${kind}, ${kind}, ${sentAt.add({ seconds })}, ${now}, ${raw})`.execute(tx);
  }
}
