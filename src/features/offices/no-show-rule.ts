import type { Db, Tx } from '#platform/database.ts';
import './tables.ts';

/** After so many appointments missed in so many months, a pause of so many days for new bookings. */
export interface NoShowRule {
  readonly limit: number;
  readonly months: number;
  readonly days: number;
  /** what the pause is for: the service that was missed, or everything at the office */
  readonly scope: 'service' | 'office';
}

/** What an office may choose: never a pause for one appointment missed, and never one of more than 90 days. */
export const noShowLimits = {
  limit: { least: 2, most: 10 },
  months: { least: 1, most: 24 },
  days: { least: 1, most: 90 },
} as const;

/** An office's rule; null when it has none, as all have at first. */
export async function noShowRule(db: Db | Tx, officeId: number): Promise<NoShowRule | null> {
  const row = await db
    .selectFrom('office')
    .select(['no_show_limit', 'no_show_months', 'no_show_days', 'no_show_scope'])
    .where('id', '=', officeId)
    .executeTakeFirst();
  const { no_show_limit: limit, no_show_months: months, no_show_days: days, no_show_scope: scope } = row ?? {};
  return limit && months && days && scope ? { limit, months, days, scope } : null;
}

/** Sets or ends an office's rule. */
export async function saveNoShowRule(
  tx: Tx,
  { officeId, rule }: { officeId: number; rule: NoShowRule | null },
): Promise<void> {
  await tx
    .updateTable('office')
    .set({
      no_show_limit: rule?.limit ?? null,
      no_show_months: rule?.months ?? null,
      no_show_days: rule?.days ?? null,
      no_show_scope: rule?.scope ?? null,
    })
    .where('id', '=', officeId)
    .execute();
}
