import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { territoryOf } from './territory.query.ts';
import { territoryInWords } from './territory.rules.ts';

export interface TerritoryWish {
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  /** empty: the whole country */
  readonly parts: readonly LocalText[];
}

/**
 * Writes what an office serves, in place of what the data said or somebody wrote before; an empty list gives a site the
 * territory of the office it stands under. `seen`: when the editor's page saw it changed last.
 */
export async function saveTerritory(
  tx: Tx,
  request: {
    officeId: number;
    territory: readonly TerritoryWish[];
    accountId: number;
    seen: Temporal.Instant | null;
    now: Temporal.Instant;
  },
): Promise<{ ok: true } | { ok: false; reason: 'changed-meanwhile' | 'unknown-country' }> {
  const { officeId, territory, accountId, seen, now } = request;
  const current = await tx
    .selectFrom('office')
    .select(['territory_changed_at as at'])
    .where('id', '=', officeId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if ((current.at?.epochNanoseconds ?? null) !== (seen?.epochNanoseconds ?? null))
    return { ok: false, reason: 'changed-meanwhile' };
  const names = await tx
    .selectFrom('country')
    .select(['code', 'name'])
    .where('code', 'in', ['', ...territory.map(({ country }) => country)])
    .execute();
  if (names.length < new Set(territory.map(({ country }) => country)).size)
    return { ok: false, reason: 'unknown-country' };
  // The few territories without a code of their own are not edited, and stay.
  await tx
    .deleteFrom('consular_territory')
    .where('office_id', '=', officeId)
    .where('country', 'is not', null)
    .execute();
  const rows = territory.flatMap(({ country, parts }) => {
    const whole = names.find(({ code }) => code === country)?.name;
    const texts = parts.length > 0 ? parts : whole ? [whole] : [];
    return texts.map((name) => ({
      office_id: officeId,
      country,
      name: JSON.stringify(name),
      as_of: null,
      part: parts.length > 0,
    }));
  });
  if (rows.length > 0) await tx.insertInto('consular_territory').values(rows).execute();
  await tx
    .updateTable('office')
    .set({ territory_changed_at: now, territory_changed_by: accountId, updated_at: now })
    .where('id', '=', officeId)
    .execute();
  await writeInWords(tx, officeId);
  return { ok: true };
}

/** The line that pages show; a site without a territory of its own has none, and shows its parent's. */
async function writeInWords(tx: Tx, officeId: number): Promise<void> {
  const own = await tx
    .selectFrom('consular_territory')
    .select('office_id')
    .where('office_id', '=', officeId)
    .executeTakeFirst();
  const served = own ? await territoryOf(tx, officeId) : [];
  const words =
    served.length === 0
      ? null
      : JSON.stringify({ it: territoryInWords(served, 'it'), en: territoryInWords(served, 'en') });
  await tx
    .updateTable('office')
    .set({ jurisdiction: sql`${words}::jsonb` })
    .where('id', '=', officeId)
    .execute();
}
