import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Plan } from '../plan.query.ts';
import { openingOf, ruleOf } from '../slots/horizon.rules.ts';
import { zoneOf } from './release-rule.rules.ts';

/** How long ago seats may have opened, by the rule, when their slots are only made now. */
const lateDays = 7;

interface Opened {
  readonly day: Temporal.PlainDate;
  readonly opensAt: Temporal.Instant;
  readonly seats: number;
}

/**
 * Writes down the releases of a planner's rule, as its slots stand. One that has begun is history and stays as it is; one
 * that is to come follows the slots. A drip is one release each day.
 */
export async function noteReleases(tx: Tx, request: { plan: Plan; now: Temporal.Instant }): Promise<void> {
  const { plan, now } = request;
  const { plannerId } = plan;
  const rule = ruleOf(plan);
  const { rows } = await sql<Opened>`
    SELECT s.day, s.opens_at AS "opensAt", sum(s.planned)::int AS seats FROM slot s
    WHERE s.planner_id = ${plannerId} AND s.release_id IS NULL AND s.planned > 0 AND s.starts_at > ${now}
      AND s.opens_at > ${now.subtract({ hours: 24 * lateDays })} AND s.opens_at < '9999-01-01T00:00:00Z'
    GROUP BY s.day, s.opens_at ORDER BY s.opens_at, s.day`.execute(tx);
  const zone = rule.kind === 'by-hand' ? plan.zone : zoneOf(rule.clock, plan.zone);
  const groups = Map.groupBy(rows, ({ opensAt }) =>
    rule.kind === 'drip' ? opensAt.toZonedDateTimeISO(zone).toPlainDate().toString() : opensAt.toString(),
  );
  const found = [...groups.values()].flatMap((opened) => {
    const [first] = opened;
    const last = opened.at(-1);
    if (first === undefined || last === undefined) return [];
    const days = opened.map(({ day }) => day).sort((a, b) => Temporal.PlainDate.compare(a, b));
    const opening = rule.kind === 'drip' ? undefined : openingOf(first.day, plan);
    const told = opening?.at.equals(first.opensAt) ? opening.told : null;
    const firstDay = days[0] ?? first.day;
    return [
      {
        code:
          rule.kind === 'drip'
            ? `drip-${plannerId}-${first.opensAt.toZonedDateTimeISO(zone).toPlainDate().toString()}`
            : `rolling-${plannerId}-${firstDay.toString()}`,
        kind: rule.kind === 'drip' ? 'drip' : 'rolling',
        opens: first.opensAt.toString(),
        last: last.opensAt.toString(),
        from: told?.from.toString() ?? null,
        by: told?.by.toString() ?? null,
        firstDay: firstDay.toString(),
        lastDay: (days.at(-1) ?? last.day).toString(),
        seats: opened.reduce((sum, { seats }) => sum + seats, 0),
      },
    ];
  });
  const of = (key: keyof (typeof found)[number]) => found.map((release) => release[key]);
  await sql`
    DELETE FROM release WHERE planner_id = ${plannerId} AND created_by IS NULL AND opens_at > ${now}
      AND code <> ALL (${of('code')}::text[])`.execute(tx);
  await sql`
    INSERT INTO release AS r (code, planner_id, kind, opens_at, last_opens_at, told_from, told_by, first_day, last_day, seats, created_at)
    SELECT u.code, ${plannerId}, u.kind, u.opens, u.last, u.from, u.by, u.first_day, u.last_day, u.seats, ${now}
    FROM unnest(${of('code')}::text[], ${of('kind')}::text[], ${of('opens')}::timestamptz[], ${of('last')}::timestamptz[],
                ${of('from')}::timestamptz[], ${of('by')}::timestamptz[], ${of('firstDay')}::date[], ${of('lastDay')}::date[],
                ${of('seats')}::int[]) AS u(code, kind, opens, last, "from", by, first_day, last_day, seats)
    ON CONFLICT (code) DO UPDATE
      SET opens_at = excluded.opens_at, last_opens_at = excluded.last_opens_at, told_from = excluded.told_from,
          told_by = excluded.told_by, first_day = excluded.first_day, last_day = excluded.last_day, seats = excluded.seats
      WHERE r.opens_at > ${now} AND r.created_by IS NULL`.execute(tx);
}
