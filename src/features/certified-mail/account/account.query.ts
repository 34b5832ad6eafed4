import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';

/** The certified mailbox of an office, or of the whole network. */
export interface CertifiedAccount {
  readonly id: number;
  readonly officeId: number | null;
  readonly sender: string;
  readonly smtpHost: string;
  readonly smtpPort: number;
  readonly imapHost: string;
  readonly imapPort: number;
  readonly username: string;
  readonly folder: string;
  readonly doneFolder: string | null;
  readonly active: boolean;
  readonly readAt: Temporal.Instant | null;
  readonly readFault: string | null;
  readonly changedAt: Temporal.Instant;
}

/** With what it takes to log in. */
export interface OpenAccount extends CertifiedAccount {
  readonly password: string;
}

/** The account that somebody entered for an office (null: the network), in use or not. */
export async function certifiedAccountOf(db: Db | Tx, officeId: number | null): Promise<CertifiedAccount | undefined> {
  return db
    .selectFrom('certified_account')
    .select(columns)
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .executeTakeFirst();
}

/**
 * From which account an office's certified e-mail leaves: its own, that of the office above it, or the network's;
 * undefined when there is none, and everything is sent by hand.
 */
export async function certifiedAccountFor(db: Db | Tx, officeId: number): Promise<CertifiedAccount | undefined> {
  return db
    .selectFrom('certified_account')
    .leftJoin('office', (join) => join.on('office.id', '=', officeId))
    .select(columns)
    .where('certified_account.active', '=', true)
    .where((eb) =>
      eb.or([
        eb('certified_account.office_id', '=', officeId),
        eb('certified_account.office_id', '=', eb.ref('office.parent_id')),
        eb('certified_account.office_id', 'is', null),
      ]),
    )
    .orderBy(sql`certified_account.office_id IS NULL, certified_account.office_id <> ${officeId}`)
    .executeTakeFirst();
}

/** An account as it is logged in with; undefined when it is out of use. */
export async function openAccount(db: Db | Tx, secrets: Secrets, id: number): Promise<OpenAccount | undefined> {
  const found = await db
    .selectFrom('certified_account')
    .select([...columns, 'password_cipher'])
    .where('id', '=', id)
    .where('certified_account.active', '=', true)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { password_cipher, ...account } = found;
  return { ...account, password: secrets.decrypt(password_cipher) };
}

const columns = [
  'certified_account.id',
  'certified_account.office_id as officeId',
  'sender',
  'smtp_host as smtpHost',
  'smtp_port as smtpPort',
  'imap_host as imapHost',
  'imap_port as imapPort',
  'username',
  'folder',
  'done_folder as doneFolder',
  'certified_account.active',
  'read_at as readAt',
  'read_fault as readFault',
  'changed_at as changedAt',
] as const;
