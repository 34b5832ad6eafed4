import type { Db, Tx } from '#platform/database.ts';
import './tables.ts';

/** Who runs the site, as its legal pages say it; null: not said yet. */
export interface SiteOwner {
  readonly name: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** contact of the data protection officer */
  readonly dpo: string | null;
  /** where reports on accessibility go, if not to `email` */
  readonly accessibilityEmail: string | null;
  /** e-mail or https address for whoever finds a weakness */
  readonly securityContact: string | null;
  /** where this installation's source code is published */
  readonly sourceUrl: string | null;
}

const nobody: SiteOwner & { changedAt: null } = {
  name: null,
  address: null,
  email: null,
  phone: null,
  dpo: null,
  accessibilityEmail: null,
  securityContact: null,
  sourceUrl: null,
  changedAt: null,
};

export async function siteOwner(db: Db | Tx): Promise<SiteOwner & { readonly changedAt: Temporal.Instant | null }> {
  const row = await db
    .selectFrom('site_owner')
    .select(['name', 'address', 'email', 'phone', 'dpo', 'accessibility_email as accessibilityEmail'])
    .select(['security_contact as securityContact', 'source_url as sourceUrl', 'changed_at as changedAt'])
    .executeTakeFirst();
  return row ?? nobody;
}

/**
 * Writes who runs the site. `seen`: when what the editor had before them was last changed; refused if somebody else saved
 * in between.
 */
export async function saveSiteOwner(
  tx: Tx,
  request: {
    owner: SiteOwner;
    accountId: number | null;
    seen: Temporal.Instant | null;
    now: Temporal.Instant;
  },
): Promise<{ ok: true } | { ok: false; reason: 'changed-meanwhile' }> {
  const { owner, accountId, seen, now } = request;
  const row = {
    name: owner.name,
    address: owner.address,
    email: owner.email,
    phone: owner.phone,
    dpo: owner.dpo,
    accessibility_email: owner.accessibilityEmail,
    security_contact: owner.securityContact,
    source_url: owner.sourceUrl,
    changed_at: now,
    changed_by: accountId,
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('site_owner')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row).where('site_owner.changed_at', 'is not distinct from', seen))
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? { ok: true } : { ok: false, reason: 'changed-meanwhile' };
}
