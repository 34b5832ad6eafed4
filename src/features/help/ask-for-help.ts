import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { tell, type Written, writeMessage } from './write-message.ts';
import './tables.ts';

export interface HelpWanted extends Written {
  /** null: whoever runs the site */
  readonly officeId: number | null;
  /** the office somebody asks from who works there */
  readonly fromOfficeId?: number | undefined;
  /** Where answers go: of the account when somebody is logged in. */
  readonly email: string;
  readonly accountId: number | null;
  readonly language: Language;
  readonly page: string | undefined;
  readonly browser: string | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Keeps a question and has both sides written to: the person gets the link to the thread at the address given, whether or
 * not an account has it, so that the answer reveals nothing.
 */
export async function askForHelp(
  tx: Tx,
  secrets: Secrets,
  wanted: HelpWanted,
): Promise<{ ok: true; requestId: number }> {
  const { now } = wanted;
  const accountId = wanted.accountId ?? (await accountOf(tx, wanted.email));
  const { id } = await tx
    .insertInto('help_request')
    .values({
      office_id: wanted.officeId,
      from_office_id: wanted.fromOfficeId ?? null,
      account_id: accountId,
      email_cipher: secrets.encrypt(wanted.email),
      proved: wanted.accountId !== null,
      language: wanted.language,
      page: wanted.page ?? null,
      browser: wanted.browser?.slice(0, 300) ?? null,
      state: 'waiting',
      taken_by: null,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const helpMessageId = await writeMessage(tx, secrets, { ...wanted, requestId: id, author: 'citizen' });
  await tell(tx, { kind: 'help-received', helpMessageId }, now);
  await tell(tx, { kind: 'help-waiting', helpMessageId }, now);
  return { ok: true, requestId: id };
}

/** For the office's eyes only. */
async function accountOf(tx: Tx, email: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM account WHERE lower(email) = ${email.toLowerCase()} LIMIT 1`.execute(tx);
  return rows[0]?.id ?? null;
}
