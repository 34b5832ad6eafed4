import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type HoldOwner, ownerKeys } from './hold-owner.ts';

/** The seat that an account or browser holds at this moment. */
export interface HeldNow {
  readonly id: string;
  readonly expiresAt: Temporal.Instant;
  readonly slotId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly day: Temporal.PlainDate;
  readonly party: number;
  readonly offeringId: number;
  readonly officeKind: 'consular' | 'municipal';
  readonly officeCity: LocalText;
  readonly timeZone: string;
}

/** At most one row, by the index of live holds; the newest where a browser and its account have one each. */
export async function heldNow(
  db: Db,
  secrets: Secrets,
  filter: { owner: HoldOwner; now: Temporal.Instant },
): Promise<HeldNow | undefined> {
  const { rows } = await sql<HeldNow>`
    SELECT h.id, h.expires_at AS "expiresAt", h.slot_id AS "slotId", h.starts_at AS "startsAt", h.ends_at AS "endsAt", h.day,
           h.party, h.offering_id AS "offeringId", f.kind AS "officeKind", f.city AS "officeCity", f.time_zone AS "timeZone"
    FROM hold h
    JOIN offering o ON o.id = h.offering_id
    JOIN office f ON f.id = o.office_id
    WHERE h.owner = ANY (${ownerKeys(secrets, filter.owner)}) AND h.state = 'live' AND h.expires_at > ${filter.now}
    ORDER BY h.created_at DESC LIMIT 1`.execute(db);
  return rows[0];
}
