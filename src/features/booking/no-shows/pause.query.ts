import { sql } from 'kysely';
import { type NoShowRule, noShowRule } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { LocalText } from '#platform/language.ts';
import '../tables.ts';
import { type Missed, type Pause, pauseFor } from './no-show.rules.ts';

export interface OfficePause extends Pause {
  readonly officeId: number;
  readonly officeName: LocalText;
  /** what one may not book anew; null: anything at the office */
  readonly service: { readonly code: string; readonly name: LocalText } | null;
}

interface Row {
  officeId: number;
  officeName: LocalText;
  timeZone: string;
  bookingId: string;
  serviceCode: string;
  serviceName: LocalText;
  startsAt: Temporal.Instant;
}

/** The pauses of an account today: all of them, or those of one office. */
export async function pausesOf(
  db: Db | Tx,
  { accountId, officeId, now }: { accountId: number; officeId?: number; now: Temporal.Instant },
): Promise<OfficePause[]> {
  const { rows } = await sql<Row>`
    SELECT o.id AS "officeId", o.name AS "officeName", o.time_zone AS "timeZone", b.id AS "bookingId",
           b.service_code AS "serviceCode", s.name AS "serviceName", b.starts_at AS "startsAt"
    FROM booking b JOIN office o ON o.id = b.office_id JOIN service s ON s.code = b.service_code
    WHERE b.account_id = ${accountId} AND b.status = 'no-show' AND o.no_show_limit IS NOT NULL
      AND ${officeId === undefined ? sql`true` : sql`b.office_id = ${officeId}`}
      AND NOT EXISTS (SELECT FROM no_show_excuse e WHERE e.booking_id = b.id)
    ORDER BY o.id, b.starts_at DESC`.execute(db);
  const offices = Map.groupBy(rows, (row) => row.officeId);
  const found = await Promise.all(
    [...offices.values()].map(async (held) => {
      const rule = held[0] && (await noShowRule(db, held[0].officeId));
      return rule ? pausesAt(held, rule, now) : [];
    }),
  );
  return found.flat();
}

/** Whether an account is in a pause for a service of an office, and until when. */
export async function pauseAt(
  db: Db | Tx,
  { accountId, officeId, serviceCode, now }: PauseFilter,
): Promise<OfficePause | undefined> {
  const pauses = await pausesOf(db, { accountId, officeId, now });
  return pauses.find(({ service }) => service === null || service.code === serviceCode);
}

interface PauseFilter {
  readonly accountId: number;
  readonly officeId: number;
  readonly serviceCode: string;
  readonly now: Temporal.Instant;
}

function pausesAt(rows: readonly Row[], rule: NoShowRule, now: Temporal.Instant): OfficePause[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { officeId, officeName, timeZone } = first;
  const today = dayIn(now, timeZone);
  const missed: Missed[] = rows.map(({ bookingId, serviceCode, startsAt }) => {
    return { bookingId, serviceCode, day: dayIn(startsAt, timeZone) };
  });
  const services = new Map(rows.map(({ serviceCode, serviceName }) => [serviceCode, serviceName]));
  const asked = rule.scope === 'office' ? [...services].slice(0, 1) : [...services];
  return asked.flatMap(([code, name]) => {
    const pause = pauseFor(missed, { rule, serviceCode: code, today });
    const service = rule.scope === 'office' ? null : { code, name };
    return pause === undefined ? [] : [{ ...pause, officeId, officeName, service }];
  });
}
