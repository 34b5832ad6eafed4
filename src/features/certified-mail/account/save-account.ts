import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';

export interface AccountSettings {
  readonly sender: string;
  readonly smtpHost: string;
  readonly smtpPort: number;
  readonly imapHost: string;
  readonly imapPort: number;
  readonly username: string;
  /** null: the one that is kept */
  readonly password: string | null;
  readonly folder: string;
  readonly doneFolder: string | null;
  readonly active: boolean;
}

/** `password`: none was typed, and none may be used again. */
export type SaveAccountRefusal = 'password';

/**
 * Keeps the account of an office, or of the network. A password that is kept is never sent to another server than the one
 * it was typed for: with another host or user name it has to be typed again.
 */
export async function saveCertifiedAccount(
  tx: Tx,
  request: {
    officeId: number | null;
    settings: AccountSettings;
    secrets: Secrets;
    accountId: number;
    now: Temporal.Instant;
  },
): Promise<{ ok: true } | { ok: false; reason: SaveAccountRefusal }> {
  const { officeId, settings, secrets, accountId, now } = request;
  const known = await tx
    .selectFrom('certified_account')
    .selectAll()
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .forUpdate()
    .executeTakeFirst();
  const isElsewhere =
    known === undefined ||
    known.smtp_host !== settings.smtpHost ||
    known.imap_host !== settings.imapHost ||
    known.username !== settings.username;
  if (settings.password === null && isElsewhere) return { ok: false, reason: 'password' };
  const isOtherMailbox = isElsewhere || known.folder !== settings.folder;
  const columns = {
    sender: settings.sender,
    smtp_host: settings.smtpHost,
    smtp_port: settings.smtpPort,
    imap_host: settings.imapHost,
    imap_port: settings.imapPort,
    username: settings.username,
    folder: settings.folder,
    done_folder: settings.doneFolder,
    active: settings.active,
    ...(settings.password !== null && { password_cipher: secrets.encrypt(settings.password) }),
    // Another mailbox is read from the start; what is known already counts once.
    ...(isOtherMailbox && { uid_validity: null, last_uid: '0' }),
    read_at: null,
    read_fault: null,
    changed_at: now,
    changed_by: accountId,
  };
  if (known !== undefined) {
    await tx.updateTable('certified_account').set(columns).where('id', '=', known.id).execute();
    return { ok: true };
  }
  const cipher = secrets.encrypt(settings.password ?? '');
  await tx
    .insertInto('certified_account')
    .values({ ...columns, office_id: officeId, password_cipher: cipher, created_at: now })
    .execute();
  return { ok: true };
}

/** Takes an account away, with its password; what was sent and what came stays. */
export async function removeCertifiedAccount(tx: Tx, officeId: number | null): Promise<void> {
  await tx
    .deleteFrom('certified_account')
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .execute();
}
