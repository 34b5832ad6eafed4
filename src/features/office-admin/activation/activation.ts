import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { readLink, signLink } from '#platform/signed-link.ts';
import '../tables.ts';

/** How long the link is good: the registry office of a small municipality does not open its post every day. */
export const activationGood = Temporal.Duration.from({ hours: 14 * 24 });

const scope = 'activation';

export interface Activation {
  readonly id: number;
  readonly officeId: number;
  readonly recipient: string;
  readonly way: 'certified' | 'by-hand';
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly officeCode: string;
  readonly officeName: LocalText;
  /** when its first week was published by the guided set-up */
  readonly publishedAt: Temporal.Instant | null;
}

/** The path of the link: good until the activation ends, and once. */
export function activationPath(secrets: Secrets, { id, expiresAt }: Pick<Activation, 'id' | 'expiresAt'>): string {
  return `/activations/l/${signLink(secrets, scope, String(id), expiresAt)}`;
}

/** Opens an office to whoever reads a certified mailbox. A link made before is good no longer. */
export async function startActivation(
  tx: Tx,
  request: { officeId: number; recipient: string; way: Activation['way']; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true; id: number }> {
  const { officeId, recipient, way, accountId, now } = request;
  await withdrawActivation(tx, { officeId, now });
  const { id } = await tx
    .insertInto('activation')
    .values({
      office_id: officeId,
      recipient,
      way,
      created_by: accountId,
      created_at: now,
      expires_at: now.add(activationGood),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await audit(tx, { at: now, accountId, officeId, action: 'start-activation', subject: `office:${officeId}` });
  return { ok: true, id };
}

export async function withdrawActivation(tx: Tx, request: { officeId: number; now: Temporal.Instant }): Promise<void> {
  await tx
    .updateTable('activation')
    .set({ withdrawn_at: request.now })
    .where('office_id', '=', request.officeId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export type ActivationRefusal = 'not-a-link' | 'expired' | 'used' | 'withdrawn';

/** What a link opens now. */
export async function readActivation(
  db: Db | Tx,
  secrets: Secrets,
  { token, now }: { token: string; now: Temporal.Instant },
): Promise<{ ok: true; activation: Activation } | { ok: false; reason: ActivationRefusal }> {
  const read = readLink(secrets, scope, token, now);
  if (!read.ok) return read;
  const activation = await activationById(db, Number(read.id));
  if (activation === undefined) return { ok: false, reason: 'not-a-link' };
  if (activation.usedAt !== null) return { ok: false, reason: 'used' };
  if (activation.withdrawnAt !== null) return { ok: false, reason: 'withdrawn' };
  return { ok: true, activation };
}

/** Takes the link up, in the transaction that makes the administrator. Of two who open it at once, one is too late. */
export async function closeActivation(
  tx: Tx,
  request: { id: number; officeId: number; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'used' }> {
  const { id, officeId, accountId, now } = request;
  const { numUpdatedRows } = await tx
    .updateTable('activation')
    .set({ used_at: now, used_by: accountId })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return { ok: false, reason: 'used' };
  await audit(tx, { at: now, accountId, officeId, action: 'activate-office', subject: `office:${officeId}` });
  return { ok: true };
}

export async function activationById(db: Db | Tx, id: number): Promise<Activation | undefined> {
  const { rows } = await sql<Activation>`${found} WHERE a.id = ${id}`.execute(db);
  return rows[0];
}

/** The last one of an office, whatever became of it. */
export async function lastActivation(db: Db, officeId: number): Promise<Activation | undefined> {
  const { rows } = await sql<Activation>`${found} WHERE a.office_id = ${officeId} ORDER BY a.id DESC LIMIT 1`.execute(
    db,
  );
  return rows[0];
}

/** The last ones of all offices. */
export async function listActivations(db: Db, most: number): Promise<Activation[]> {
  const { rows } =
    await sql<Activation>`${found} WHERE a.withdrawn_at IS NULL ORDER BY a.id DESC LIMIT ${most}`.execute(db);
  return rows;
}

const found = sql`
  SELECT a.id, a.office_id AS "officeId", a.recipient, a.way, a.created_at AS "createdAt", a.expires_at AS "expiresAt",
         a.used_at AS "usedAt", a.withdrawn_at AS "withdrawnAt", o.code AS "officeCode", o.name AS "officeName",
         s.published_at AS "publishedAt"
  FROM activation a JOIN office o ON o.id = a.office_id LEFT JOIN office_set_up s ON s.office_id = a.office_id`;
