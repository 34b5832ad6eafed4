import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { OfficePrivacy } from './tables.ts';

/** Texts of an office by language: Italian, English, and the further languages it speaks. */
export type OfficeText = LocalText & Readonly<Record<string, string>>;

/** What only the office can say of itself. */
export interface OfficeDetails {
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly languages: readonly string[];
  readonly directions: LocalText | null;
  readonly accessibility: LocalText | null;
  readonly notice: LocalText | null;
  /** opening hours to the public, in words */
  readonly hours: LocalText | null;
}

/** What an office tells of itself, and who changed it last. */
export interface OfficeRecord extends OfficeDetails {
  readonly privacy: OfficePrivacy | null;
  readonly changedAt: Temporal.Instant | null;
  readonly changedBy: number | null;
  /** where the shipped data place it */
  readonly dataPlace: { readonly lat: number; readonly lon: number } | null;
}

export async function officeRecord(db: Db | Tx, officeId: number): Promise<OfficeRecord | undefined> {
  const row = await db
    .selectFrom('office')
    .select(['address', 'email', 'phone', 'website', 'lat', 'lon', 'languages'])
    .select(['directions', 'accessibility', 'notice', 'hours', 'privacy'])
    .select(['details_changed_at as changedAt', 'details_changed_by as changedBy'])
    .select(
      sql<{ lat: number; lon: number } | null>`CASE WHEN reference -> 'lat' IS NOT NULL THEN
      jsonb_build_object('lat', reference -> 'lat', 'lon', reference -> 'lon') END`.as('dataPlace'),
    )
    .where('id', '=', officeId)
    .executeTakeFirst();
  return row;
}

/** A change of some of an office's details; what is absent stays. */
export type DetailsChange = Partial<OfficeDetails & { readonly privacy: OfficePrivacy | null }>;

/**
 * Writes an office's details. `seen`: when the details that the editor had before them were last changed; refused with
 * `changed-meanwhile` if somebody else saved in between. Without it, as for an import, nothing is compared.
 */
export async function saveOfficeDetails(
  tx: Tx,
  request: {
    officeId: number;
    change: DetailsChange;
    accountId: number;
    now: Temporal.Instant;
    seen?: Temporal.Instant | null;
  },
): Promise<{ ok: true } | { ok: false; reason: 'changed-meanwhile' }> {
  const { officeId, change, accountId, now, seen } = request;
  const current = await tx
    .selectFrom('office')
    .select('details_changed_at as at')
    .where('id', '=', officeId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (seen !== undefined && (current.at?.epochNanoseconds ?? null) !== (seen?.epochNanoseconds ?? null))
    return { ok: false, reason: 'changed-meanwhile' };
  const { directions, accessibility, notice, hours, privacy, languages, ...plain } = change;
  await tx
    .updateTable('office')
    .set({
      ...plain,
      ...(languages && { languages: [...languages] }),
      ...asJson({ directions, accessibility, notice, hours, privacy }),
      details_changed_at: now,
      details_changed_by: accountId,
      updated_at: now,
    })
    .where('id', '=', officeId)
    .execute();
  return { ok: true };
}

function asJson(texts: Readonly<Record<string, object | null | undefined>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, text === null ? null : JSON.stringify(text)]],
    ),
  );
}
