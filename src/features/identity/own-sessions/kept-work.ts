import type { Db, Tx } from '#platform/database.ts';
import type { FormValues } from '#platform/http/form.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';

/** As long as a working day: afterwards nobody remembers what it was. */
const keptFor = Temporal.Duration.from({ hours: 16 });

/** A form that was half done at the automatic logout. */
export interface KeptWork {
  readonly id: string;
  /** where the form is sent */
  readonly path: string;
  readonly keptAt: Temporal.Instant;
}

/** More than any form of ours holds; whoever sends more keeps nothing. */
const mostLetters = 60_000;

/** Keeps a form for its owner, encrypted; one for each address, the newest. */
export async function keepWork(
  db: Db | Tx,
  request: {
    accountId: number;
    path: string;
    title: string;
    values: FormValues;
    secrets: Secrets;
    now: Temporal.Instant;
  },
): Promise<boolean> {
  const { accountId, path, secrets, now } = request;
  const text = JSON.stringify({ ...request.values, _title: request.title.slice(0, 200) });
  if (text.length > mostLetters || path.length > 500) return false;
  const row = { values_cipher: secrets.encrypt(text), kept_at: now };
  await db
    .insertInto('kept_work')
    .values({ account_id: accountId, path, ...row })
    .onConflict((on) => on.constraint('kept_work_once').doUpdateSet(row))
    .execute();
  return true;
}

/** What an account finds after a login, the newest first. */
export async function keptWorkOf(
  db: Db | Tx,
  { accountId, now }: { accountId: number; now: Temporal.Instant },
): Promise<KeptWork[]> {
  return db
    .selectFrom('kept_work')
    .select(['id', 'path', 'kept_at as keptAt'])
    .where('account_id', '=', accountId)
    .where('kept_at', '>', now.subtract(keptFor))
    .orderBy('kept_at', 'desc')
    .limit(20)
    .execute();
}

/** What a form held, to be shown again, and the title of its page; empty where no script told it. */
export async function keptValues(
  db: Db | Tx,
  request: { accountId: number; id: string; secrets: Secrets },
): Promise<{ title: string; values: FormValues } | undefined> {
  const { accountId, id, secrets } = request;
  const row = await db
    .selectFrom('kept_work')
    .select('values_cipher')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // Written by `keepWork`, and nobody without the key can have written anything else.
  const { _title: title, ...values } = JSON.parse(secrets.decrypt(row.values_cipher)) as FormValues;
  return { title: typeof title === 'string' ? title : '', values };
}

export async function forgetWork(db: Db | Tx, { accountId, id }: { accountId: number; id: string }): Promise<void> {
  await db.deleteFrom('kept_work').where('id', '=', id).where('account_id', '=', accountId).execute();
}

/** Forgets what nobody came back for. */
export async function forgetOldWork(db: Db, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('kept_work').where('kept_at', '<', now.subtract(keptFor)).execute();
}
