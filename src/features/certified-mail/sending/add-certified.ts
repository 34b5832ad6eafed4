import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { markOf, messageIdOf } from '../mark.ts';
import type { CertifiedLetter } from '../subject.ts';
import '../tables.ts';

/** Writes a message down, once for its key; its Message-ID is decided here and stays. */
export async function addCertified(
  tx: Tx,
  { secrets, config }: Pick<Deps, 'secrets' | 'config'>,
  request: {
    letter: CertifiedLetter;
    about: string;
    payload: Readonly<Record<string, unknown>>;
    certifiedAccountId: number;
    now: Temporal.Instant;
  },
): Promise<{ ok: true; id: string }> {
  const { letter, about, payload, certifiedAccountId, now } = request;
  const known = await tx
    .selectFrom('certified_message')
    .select('id')
    .where('dedupe', '=', letter.dedupe)
    .executeTakeFirst();
  if (known !== undefined) return { ok: true, id: known.id };
  const { rows } = await sql<{ id: string }>`
    SELECT nextval(pg_get_serial_sequence('certified_message', 'id')) AS id`.execute(tx);
  const id = rows[0]?.id ?? '';
  const mark = markOf(secrets, id);
  const kept = await sql<{ id: string }>`
    INSERT INTO certified_message (id, office_id, account_id, about, about_id, payload, dedupe, recipient, message_id,
                                   mark, state, next_try_at, created_at)
    OVERRIDING SYSTEM VALUE
    VALUES (${id}, ${letter.officeId}, ${certifiedAccountId}, ${about}, ${String(letter.aboutId)},
            ${JSON.stringify(payload)}, ${letter.dedupe}, ${letter.to.toLowerCase()},
            ${messageIdOf(mark, config.publicUrl)}, ${mark}, 'waiting', ${now}, ${now})
    ON CONFLICT ON CONSTRAINT certified_message_once DO UPDATE SET dedupe = excluded.dedupe
    RETURNING id`.execute(tx);
  return { ok: true, id: kept.rows[0]?.id ?? id };
}
