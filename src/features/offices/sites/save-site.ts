import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { searchText } from '../search-text.ts';
import type { SiteKind } from '../tables.ts';

/** What an administrator says of an office under another. */
export interface SiteWish {
  readonly siteKind: SiteKind;
  readonly name: LocalText;
  readonly city: LocalText;
  /** ISO 3166-1 alpha-2; fixed once made */
  readonly country: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly address: string | null;
}

/** Makes an office under another; its contacts and services are entered by its own people. */
export async function addSite(
  tx: Tx,
  request: { parentId: number; code: string; site: SiteWish; now: Temporal.Instant },
): Promise<{ ok: true; id: number } | { ok: false; reason: 'code-taken' | 'under-a-site' | 'unknown-country' }> {
  const { parentId, code, site, now } = request;
  const parent = await tx
    .selectFrom('office')
    .select(['kind', 'parent_id', 'municipality_code', 'province_code', 'demo', 'search_more'])
    .where('id', '=', parentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (parent.parent_id !== null) return { ok: false, reason: 'under-a-site' };
  const country = await tx.selectFrom('country').select('code').where('code', '=', site.country).executeTakeFirst();
  if (country === undefined) return { ok: false, reason: 'unknown-country' };
  const made = await tx
    .insertInto('office')
    .values({
      code,
      kind: parent.kind,
      parent_id: parentId,
      country: site.country,
      municipality_code: parent.municipality_code,
      province_code: parent.province_code,
      demo: parent.demo,
      search_more: parent.search_more,
      ...columnsOf(site),
      ...unknownYet,
      updated_at: now,
    })
    .onConflict((on) => on.constraint('office_code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made ? { ok: true, id: made.id } : { ok: false, reason: 'code-taken' };
}

/** Corrects what an administrator said of a site; its code and country stay, since addresses and rules hang on them. */
export async function editSite(
  tx: Tx,
  request: { siteId: number; site: Omit<SiteWish, 'country'>; now: Temporal.Instant },
): Promise<{ ok: true }> {
  await tx
    .updateTable('office')
    .set({ ...columnsOf(request.site), updated_at: request.now })
    .where('id', '=', request.siteId)
    .where('parent_id', 'is not', null)
    .execute();
  return { ok: true };
}

/** Switches a site off, or on again: no new bookings, not in lists; what is booked stays. */
export async function switchSite(
  tx: Tx,
  request: { siteId: number; active: boolean; now: Temporal.Instant },
): Promise<{ ok: true }> {
  await tx
    .updateTable('office')
    .set({ active: request.active, updated_at: request.now })
    .where('id', '=', request.siteId)
    .where('parent_id', 'is not', null)
    .execute();
  return { ok: true };
}

function columnsOf(site: Omit<SiteWish, 'country'>) {
  const { name, city } = site;
  return {
    site_kind: site.siteKind,
    name: JSON.stringify(name),
    city: JSON.stringify(city),
    time_zone: site.timeZone,
    languages: [...site.languages],
    address: site.address,
    search: searchText(name.it, name.en, city.it, city.en),
  };
}

const unknownYet = {
  mae_code: null,
  lat: null,
  lon: null,
  jurisdiction: null,
  email: null,
  phone: null,
  website: null,
  directions: null,
  accessibility: null,
  notice: null,
  hours: null,
  privacy: null,
  details_changed_at: null,
  details_changed_by: null,
  remark: null,
  reference: sql<string>`'{}'::jsonb`,
};
