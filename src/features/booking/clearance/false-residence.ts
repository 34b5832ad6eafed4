import { askerIn } from '#features/planner/index.ts';

/** A seat counted as a resident's, and a municipality that is not the office's: it belongs to somebody else. */
export function isFalseResidence(
  held: { readonly quotaGroup: string | null; readonly officeMunicipality: string | null },
  residence: string | null | undefined,
): boolean {
  if (!residence || held.officeMunicipality === null || residence === held.officeMunicipality) return false;
  return askerIn(held.quotaGroup)?.resident === true;
}
