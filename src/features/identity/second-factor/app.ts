import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';
import { newAppSecret, stepOfCode } from './totp.ts';

/** How long a secret waits for the first code of the app that scanned it. */
const setUpGood = Temporal.Duration.from({ minutes: 15 });

/** Begins to set an app up; one in use goes on until the new one has shown a right code. */
export async function beginApp(
  db: Db | Tx,
  { accountId, secrets, now }: { accountId: number; secrets: Secrets; now: Temporal.Instant },
): Promise<void> {
  const next = { next_cipher: secrets.encrypt(newAppSecret()), next_at: now };
  await db
    .insertInto('authenticator_app')
    .values({ account_id: accountId, secret_cipher: null, added_at: null, ...next })
    .onConflict((on) => on.column('account_id').doUpdateSet(next))
    .execute();
}

/** The secret being set up; undefined when nothing is, or no longer. */
export async function appBeingSetUp(
  db: Db | Tx,
  { accountId, secrets, now }: { accountId: number; secrets: Secrets; now: Temporal.Instant },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('authenticator_app')
    .select('next_cipher')
    .where('account_id', '=', accountId)
    .where('next_at', '>', now.subtract(setUpGood))
    .executeTakeFirst();
  return row?.next_cipher ? secrets.decrypt(row.next_cipher) : undefined;
}

/** The app that was set up is the account's, once it shows a right code. */
export async function confirmApp(
  tx: Tx,
  request: { accountId: number; code: string; secrets: Secrets; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'wrong-code' | 'gone' }> {
  const { accountId, code, secrets, now } = request;
  await tx
    .selectFrom('authenticator_app')
    .select('account_id')
    .where('account_id', '=', accountId)
    .forUpdate()
    .execute();
  const secret = await appBeingSetUp(tx, request);
  if (secret === undefined) return { ok: false, reason: 'gone' };
  const step = stepOfCode(secret, { code, now, lastStep: 0 });
  if (step === undefined) return { ok: false, reason: 'wrong-code' };
  await tx
    .updateTable('authenticator_app')
    .set({
      secret_cipher: secrets.encrypt(secret),
      added_at: now,
      last_step: String(step),
      next_cipher: null,
      next_at: null,
    })
    .where('account_id', '=', accountId)
    .execute();
  return { ok: true };
}

/** Whether the app in use shows this code now; it is good once. */
export async function useAppCode(
  db: Db | Tx,
  request: { accountId: number; code: string; secrets: Secrets; now: Temporal.Instant },
): Promise<boolean> {
  const { accountId, code, secrets, now } = request;
  const app = await db
    .selectFrom('authenticator_app')
    .select(['secret_cipher', 'last_step'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!app?.secret_cipher) return false;
  const step = stepOfCode(secrets.decrypt(app.secret_cipher), { code, now, lastStep: Number(app.last_step) });
  if (step === undefined) return false;
  const used = await db
    .updateTable('authenticator_app')
    .set({ last_step: String(step) })
    .where('account_id', '=', accountId)
    .where('last_step', '<', String(step))
    .returning('account_id')
    .execute();
  return used.length === 1;
}
