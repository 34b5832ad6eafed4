import { audit } from '#features/audit/index.ts';
import { type DetailsChange, saveOfficeDetails } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';

/** Changes what an office tells of itself, and writes down which fields were written. */
export async function saveDetails(
  tx: Tx,
  request: {
    officeId: number;
    accountId: number;
    change: DetailsChange;
    seen: Temporal.Instant | null;
    now: Temporal.Instant;
    action?: 'edit-office-details' | 'edit-office-privacy';
  },
): Promise<{ ok: true } | { ok: false; reason: 'changed-meanwhile' }> {
  const { officeId, accountId, change, now, action = 'edit-office-details' } = request;
  const saved = await saveOfficeDetails(tx, request);
  if (!saved.ok) return saved;
  const detail = { fields: Object.keys(change) };
  await audit(tx, { at: now, accountId, officeId, action, subject: `office:${officeId}`, detail });
  return { ok: true };
}
