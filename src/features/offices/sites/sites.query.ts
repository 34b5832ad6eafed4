import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { SiteKind } from '../tables.ts';

/** An office beside another in the tree: as few facts as a link needs. */
export interface SiteLink {
  readonly id: number;
  readonly code: string;
  readonly name: LocalText;
  readonly city: LocalText;
  readonly siteKind: SiteKind | null;
  readonly active: boolean;
}

const linkColumns = ['id', 'code', 'name', 'city', 'site_kind as siteKind', 'active'] as const;

/** The offices under an office, by name; those switched off too. */
export async function sitesOf(db: Db | Tx, officeId: number): Promise<SiteLink[]> {
  return db
    .selectFrom('office')
    .select(linkColumns)
    .where('parent_id', '=', officeId)
    .orderBy((eb) => eb.ref('name', '->>').key('it'))
    .execute();
}

/** The office that another stands under. */
export async function parentOf(db: Db | Tx, office: { parentId: number | null }): Promise<SiteLink | undefined> {
  if (office.parentId === null) return undefined;
  return db.selectFrom('office').select(linkColumns).where('id', '=', office.parentId).executeTakeFirst();
}
