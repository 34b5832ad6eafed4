import { audit } from '#features/audit/index.ts';
import { saveManyDetails } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';
import { planContacts } from './plan-contacts.ts';

/** A file that waits to be applied is forgotten after a day. */
const keptFor = Temporal.Duration.from({ hours: 24 });

export interface ContactImport {
  readonly id: number;
  readonly content: string;
  readonly appliedAt: Temporal.Instant | null;
  readonly changed: number | null;
}

/** Keeps a file until somebody has looked at what it would do. */
export async function keepImport(
  tx: Tx,
  request: { content: string; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true; id: number }> {
  const { content, accountId, now } = request;
  await tx.deleteFrom('contact_import').where('created_at', '<', now.subtract(keptFor)).execute();
  const kept = await tx
    .insertInto('contact_import')
    .values({ account_id: accountId, content, created_at: now, applied_at: null, changed: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ok: true, id: kept.id };
}

/** The file of this person with this number. */
export async function findImport(
  db: Db | Tx,
  request: { id: number; accountId: number },
): Promise<ContactImport | undefined> {
  return db
    .selectFrom('contact_import')
    .select(['id', 'content', 'applied_at as appliedAt', 'changed'])
    .where('id', '=', request.id)
    .where('account_id', '=', request.accountId)
    .executeTakeFirst();
}

/** Writes all that a file changes, or nothing: compared once more with the offices as they are now. */
export async function applyContacts(
  tx: Tx,
  request: { id: number; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true; changed: number } | { ok: false; reason: 'unknown' | 'faults' }> {
  const { id, accountId, now } = request;
  const kept = await tx
    .selectFrom('contact_import')
    .select(['content', 'changed'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (kept === undefined) return { ok: false, reason: 'unknown' };
  // A second click finds it done.
  if (kept.changed !== null) return { ok: true, changed: kept.changed };
  const planned = await planContacts(tx, { content: kept.content, lock: true });
  if (!planned.ok || planned.plan.faults.length > 0) return { ok: false, reason: 'faults' };
  const { changes } = planned.plan;
  if (changes.length > 0) {
    const rows = changes.map(({ office, change }) => ({ officeId: office.id, change }));
    await saveManyDetails(tx, { changes: rows, accountId, now });
  }
  const detail = { offices: changes.map(({ office }) => office.code) };
  await audit(tx, { at: now, accountId, officeId: null, action: 'import-contacts', subject: `import:${id}`, detail });
  await tx
    .updateTable('contact_import')
    .set({ applied_at: now, changed: changes.length, content: '' })
    .where('id', '=', id)
    .execute();
  return { ok: true, changed: changes.length };
}
