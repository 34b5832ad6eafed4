import {
  officesServing,
  type Office,
  parentOf,
  type ServingOffice,
  type SiteLink,
  sitesOf,
  territoryInWords,
  territoryOf,
} from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';

/** What stands around an office: the one above it, those under it, and who else serves the country it is in. */
export interface Family {
  readonly parent: SiteLink | undefined;
  readonly sites: readonly SiteLink[];
  /** Consular offices that share the country; empty where one serves all of it. */
  readonly sharing: readonly ServingOffice[];
}

export async function familyOf(db: Db, office: Office): Promise<Family> {
  const [parent, sites, serving] = await Promise.all([
    parentOf(db, office),
    office.parentId === null ? sitesOf(db, office.id) : [],
    office.kind === 'consular' ? officesServing(db, office.country) : [],
  ]);
  const sharing = serving.filter(({ siteKind }) => siteKind === null);
  return { parent, sites: sites.filter(({ active }) => active), sharing: sharing.length > 1 ? sharing : [] };
}

/** A site serves what the office above it serves, and says so in the same words. */
export async function withTerritory(db: Db, office: Office): Promise<Office> {
  if (office.jurisdiction !== null || office.parentId === null) return office;
  const served = await territoryOf(db, office.id);
  if (served.length === 0) return office;
  return { ...office, jurisdiction: { it: territoryInWords(served, 'it'), en: territoryInWords(served, 'en') } };
}
