import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import '../tables.ts';
import type { DoorScheme } from './door.ts';

/** What an account can be entered by, and may be closed to one by one. */
export type OwnWay = DoorScheme | 'local';

/**
 * Closes one way into an account; never the last. Sessions opened by it end, but for the one that asks. What SPID or CIE
 * proved counts until the last of them is gone.
 */
export async function unlinkDoor(
  tx: Tx,
  request: { accountId: number; way: OwnWay; exceptToken: Buffer | undefined; now: Temporal.Instant },
): Promise<Outcome<object, 'not-linked' | 'last-way'>> {
  const { accountId, way, exceptToken, now } = request;
  const account = await tx
    .selectFrom('account')
    .select(['password_hash as passwordHash', 'email_verified_at as provedAt'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const doors = await tx.selectFrom('account_identity').select('scheme').where('account_id', '=', accountId).execute();
  const byPassword = account.passwordHash !== null && account.provedAt !== null;
  const ways: OwnWay[] = [...doors.map(({ scheme }) => scheme), ...(byPassword ? (['local'] as const) : [])];
  if (!ways.includes(way)) return { ok: false, reason: 'not-linked' };
  if (ways.length === 1) return { ok: false, reason: 'last-way' };
  if (way === 'local')
    await tx.updateTable('account').set({ password_hash: null }).where('id', '=', accountId).execute();
  else await tx.deleteFrom('account_identity').where('account_id', '=', accountId).where('scheme', '=', way).execute();
  if (way !== 'local' && doors.length === 1)
    await sql`
      UPDATE identification SET undone_at = ${now}
      WHERE account_id = ${accountId} AND undone_at IS NULL AND how IN ('spid', 'cie', 'eidas')`.execute(tx);
  let sessions = tx.deleteFrom('session').where('account_id', '=', accountId).where('scheme', '=', way);
  if (exceptToken !== undefined) sessions = sessions.where('token_hash', '!=', exceptToken);
  await sessions.execute();
  return { ok: true };
}
