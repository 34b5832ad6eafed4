import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type CodeBinding, digitsOf, mostAttempts } from './code.rules.ts';

/** The newest code of a hold, for the page where it is typed. */
export interface SentCode {
  readonly sentAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly left: number;
  /** It can still be typed. */
  readonly good: boolean;
}

/** What was sent to this session for this hold; undefined when nothing was. */
export async function sentCode(
  db: Db,
  { holdId, accountId, sessionKey, now }: Omit<CodeBinding, 'serviceCode'> & { now: Temporal.Instant },
): Promise<SentCode | undefined> {
  const { rows } = await sql<{ created_at: Temporal.Instant; expires_at: Temporal.Instant; attempts: number }>`
    SELECT created_at, expires_at, attempts FROM one_time_code
    WHERE id = (SELECT max(id) FROM one_time_code WHERE hold_id = ${holdId})
      AND account_id = ${accountId} AND session_key = ${sessionKey}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const left = mostAttempts - row.attempts;
  const good = left > 0 && Temporal.Instant.compare(now, row.expires_at) < 0;
  return { sentAt: row.created_at, expiresAt: row.expires_at, left, good };
}

export interface CodeToTell {
  readonly digits: string;
  readonly expiresAt: Temporal.Instant;
  readonly serviceName: LocalText;
  readonly officeName: LocalText;
  readonly city: LocalText;
  readonly startsAt: Temporal.Instant;
  readonly timeZone: string;
}

/** A code for its letter; undefined once it is of no use: too late, replaced by a newer one, or the seat given up. */
export async function codeToTell(
  db: Db,
  secrets: Secrets,
  { id, now }: { id: string; now: Temporal.Instant },
): Promise<CodeToTell | undefined> {
  const { rows } = await sql<Omit<CodeToTell, 'digits'> & { salt: Buffer }>`
    SELECT c.salt, c.expires_at AS "expiresAt", s.name AS "serviceName", f.name AS "officeName", f.city, h.starts_at AS "startsAt",
           f.time_zone AS "timeZone"
    FROM one_time_code c
    JOIN hold h ON h.id = c.hold_id AND h.state = 'live'
    JOIN offering o ON o.id = h.offering_id
    JOIN service s ON s.code = o.service_code
    JOIN office f ON f.id = o.office_id
    WHERE c.id = ${id} AND c.expires_at > ${now}
      AND NOT EXISTS (SELECT 1 FROM one_time_code n WHERE n.hold_id = c.hold_id AND n.id > c.id)`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { salt, ...rest } = row;
  return { ...rest, digits: digitsOf(secrets, salt) };
}
