import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Outcome } from '#platform/transaction.ts';
import '../tables.ts';
import type { RoleName } from '../viewer.ts';
import { rolesChanged } from './invite-person.ts';

/** How long an office waits for the answer. */
const goodFor = Temporal.Duration.from({ hours: 14 * 24 });

/** Who may take an office over: somebody who has a role there and can log in. */
export type HandOverRefusal = 'not-admin' | 'unknown-person' | 'is-admin' | 'asked-already';

/**
 * An administrator asks somebody who works at the office to take it over, and says which roles they go on with. Nothing
 * changes before the answer; the office is never without an administrator.
 */
export async function askHandOver(
  tx: Tx,
  request: {
    officeId: number;
    fromAccount: number;
    toAccount: number;
    keeps: readonly RoleName[];
    now: Temporal.Instant;
  },
): Promise<Outcome<{ handOverId: number }, HandOverRefusal>> {
  const { officeId, fromAccount, toAccount, keeps, now } = request;
  const { rows: roles } = await sql<{ account_id: number; role: RoleName; can: boolean }>`
    SELECT r.account_id, r.role, a.password_hash IS NOT NULL OR EXISTS (
             SELECT FROM account_identity i WHERE i.account_id = a.id) AS can
    FROM account_role r JOIN account a ON a.id = r.account_id
    WHERE r.office_id = ${officeId} AND r.account_id IN (${fromAccount}, ${toAccount})
    ORDER BY r.account_id FOR UPDATE OF r`.execute(tx);
  const has = (account: number, role?: RoleName) =>
    roles.some((held) => held.account_id === account && (role === undefined || held.role === role));
  const canLogIn = roles.some((held) => held.account_id === toAccount && held.can);
  if (!has(fromAccount, 'office-admin')) return { ok: false, reason: 'not-admin' };
  if (fromAccount === toAccount || !canLogIn) return { ok: false, reason: 'unknown-person' };
  if (has(toAccount, 'office-admin')) return { ok: false, reason: 'is-admin' };
  await tx
    .updateTable('office_hand_over')
    .set({ ended_at: now, outcome: 'withdrawn' })
    .where('office_id', '=', officeId)
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
  const asked = await tx
    .insertInto('office_hand_over')
    .values({
      office_id: officeId,
      from_account: fromAccount,
      to_account: toAccount,
      keeps: [...keeps],
      asked_at: now,
      expires_at: now.add(goodFor),
    })
    .onConflict((on) => on.column('office_id').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (asked === undefined) return { ok: false, reason: 'asked-already' };
  await enqueue(tx, { task: 'notify', payload: handOverNews(toAccount, asked.id, now), at: now });
  return { ok: true, handOverId: asked.id };
}

export type HandOverAnswer = 'accepted' | 'declined';

/**
 * The one who was asked answers. Accepted: they administer the office from then on, at its sites too where it was so, and
 * whoever asked goes on with the roles they named. `over`: withdrawn, too late, or whoever asked administers it no more.
 */
export async function answerHandOver(
  tx: Tx,
  request: { id: number; accountId: number; answer: HandOverAnswer; now: Temporal.Instant },
): Promise<Outcome<{ officeId: number; fromAccount: number }, 'over'>> {
  const { id, accountId, answer, now } = request;
  const asked = await tx
    .selectFrom('office_hand_over')
    .selectAll()
    .where('id', '=', id)
    .where('to_account', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  if (asked === undefined) return { ok: false, reason: 'over' };
  const { office_id: officeId, from_account: fromAccount, keeps } = asked;
  if (answer === 'accepted') {
    const given = await tx
      .deleteFrom('account_role')
      .where('account_id', '=', fromAccount)
      .where('office_id', '=', officeId)
      .where('role', '=', 'office-admin')
      .returning('with_sites')
      .executeTakeFirst();
    if (given === undefined) return { ok: false, reason: 'over' };
    await giveRole(tx, { accountId, role: 'office-admin', officeId, withSites: given.with_sites });
    for (const role of keeps) await giveRole(tx, { accountId: fromAccount, role, officeId, withSites: false });
  }
  await tx.updateTable('office_hand_over').set({ ended_at: now, outcome: answer }).where('id', '=', id).execute();
  const told = answer === 'accepted' ? [fromAccount, accountId] : [];
  for (const account of told)
    await enqueue(tx, { task: 'notify', payload: rolesChanged(account, officeId, now), at: now });
  if (answer === 'declined')
    await enqueue(tx, { task: 'notify', payload: handOverNews(fromAccount, id, now), at: now });
  return { ok: true, officeId, fromAccount };
}

/** Whoever asked thinks again. */
export async function withdrawHandOver(
  tx: Tx,
  { officeId, now }: { officeId: number; now: Temporal.Instant },
): Promise<Outcome<{ id: number }, 'unknown'>> {
  const ended = await tx
    .updateTable('office_hand_over')
    .set({ ended_at: now, outcome: 'withdrawn' })
    .where('office_id', '=', officeId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended === undefined ? { ok: false, reason: 'unknown' } : { ok: true, id: ended.id };
}

export interface HandOver {
  readonly id: number;
  readonly officeId: number;
  readonly fromAccount: number;
  readonly fromName: string;
  readonly toAccount: number;
  readonly toName: string;
  readonly keeps: readonly RoleName[];
  readonly expiresAt: Temporal.Instant;
  readonly outcome: 'accepted' | 'declined' | 'withdrawn' | null;
}

/** A hand-over by its number, or the one that is open at an office. */
export async function findHandOver(
  db: Db | Tx,
  which: { id: number } | { officeId: number; now: Temporal.Instant },
): Promise<HandOver | undefined> {
  const asked =
    'id' in which
      ? sql`h.id = ${which.id}`
      : sql`h.office_id = ${which.officeId} AND h.ended_at IS NULL AND h.expires_at > ${which.now}`;
  const { rows } = await sql<HandOver>`
    SELECT h.id, h.office_id AS "officeId", h.from_account AS "fromAccount", h.to_account AS "toAccount", h.keeps,
           h.expires_at AS "expiresAt", h.outcome,
           trim(f.given_name || ' ' || f.family_name) AS "fromName", trim(t.given_name || ' ' || t.family_name) AS "toName"
    FROM office_hand_over h
    JOIN account f ON f.id = h.from_account JOIN account t ON t.id = h.to_account
    WHERE ${asked}`.execute(db);
  return rows[0];
}

/** What is asked of the writer of messages: to the one asked, or back to the one who asked. */
function handOverNews(accountId: number, handOverId: number, at: Temporal.Instant) {
  return { kind: 'hand-over', accountId, handOverId, at: at.toString() };
}

async function giveRole(
  tx: Tx,
  { accountId, role, officeId, withSites }: { accountId: number; role: RoleName; officeId: number; withSites: boolean },
): Promise<void> {
  await tx
    .insertInto('account_role')
    .values({ account_id: accountId, role, office_id: officeId, with_sites: withSites })
    .onConflict((on) =>
      on
        .constraint('account_role_once')
        .doUpdateSet({ with_sites: sql`account_role.with_sites OR excluded.with_sites` }),
    )
    .execute();
}
