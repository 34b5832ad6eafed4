import { audit } from '#features/audit/index.ts';
import {
  addService,
  lockService,
  moveService,
  saveService,
  type Service,
  type ServiceEntry,
} from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import { changesOf } from './what-changed.ts';

interface ByWhom {
  readonly accountId: number;
  readonly now: Temporal.Instant;
}

/** What an audit entry of the catalogue says it is about. */
export function catalogueSubject(code: string): string {
  return `catalogue:${code}`;
}

/** Changes an entry of the national catalogue, and writes down what was and what is; refused when it is not as seen. */
export async function changeCatalogue(
  tx: Tx,
  request: ByWhom & { code: string; entry: ServiceEntry; isAsSeen: (current: Service) => boolean },
): Promise<{ ok: true; changed: number } | { ok: false; reason: 'changed-meanwhile' }> {
  const { code, entry, isAsSeen, accountId, now } = request;
  const current = await lockService(tx, code);
  if (current === undefined || !isAsSeen(current)) return { ok: false, reason: 'changed-meanwhile' };
  const { before, after } = changesOf(current, entry);
  const fields = Object.keys(after);
  if (fields.length === 0) return { ok: true, changed: 0 };
  await saveService(tx, { code, entry });
  const detail = { fields, before, after };
  await audit(tx, {
    at: now,
    accountId,
    officeId: null,
    action: 'edit-catalogue',
    subject: catalogueSubject(code),
    detail,
  });
  return { ok: true, changed: fields.length };
}

/** Adds a service to the national catalogue: offices may then be given it. */
export async function addToCatalogue(
  tx: Tx,
  request: ByWhom & Parameters<typeof addService>[1],
): Promise<{ ok: true } | { ok: false; reason: 'taken' }> {
  const { code, accountId, now } = request;
  const added = await addService(tx, request);
  if (!added.ok) return added;
  await audit(tx, { at: now, accountId, officeId: null, action: 'add-to-catalogue', subject: catalogueSubject(code) });
  return { ok: true };
}

/** Moves an entry up or down. */
export async function orderCatalogue(
  tx: Tx,
  request: ByWhom & { code: string; to: 'up' | 'down' },
): Promise<{ ok: true }> {
  const { code, to, accountId, now } = request;
  const { moved } = await moveService(tx, { code, to });
  if (moved) {
    const subject = catalogueSubject(code);
    await audit(tx, { at: now, accountId, officeId: null, action: 'order-catalogue', subject, detail: { to } });
  }
  return { ok: true };
}
