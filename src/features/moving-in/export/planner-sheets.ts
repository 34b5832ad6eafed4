import { sql } from 'kysely';
import { movablePlannerColumns, plannerRows } from '#features/planner/index.ts';
import type { LocalText } from '#platform/language.ts';
import type { Cell } from '../files/write-file.ts';
import { inOffices, pieces, type Sheet, type Source, tableSheet } from './sheets.ts';

/** The planners of some offices at a time, in the order in which they were made. */
async function* planners(source: Source) {
  const query = (after: string | number, most: number) => sql<{ id: number; code: string }>`
    SELECT o.id, o.code FROM office o
    WHERE o.id > ${after} AND ${inOffices(sql`o.id`, source)} AND EXISTS (SELECT FROM planner p WHERE p.office_id = o.id)
    ORDER BY o.id LIMIT ${most}`;
  for await (const offices of pieces(source.tx, query)) {
    const codes = new Map(offices.map(({ id, code }) => [id, code]));
    const rows = await plannerRows(source.tx, [...codes.keys()]);
    yield rows.map((planner) => ({ ...planner, office: codes.get(planner.officeId) ?? '' }));
  }
}

export async function plannersSheet(source: Source): Promise<Sheet> {
  const { names, cells } = tableSheet(await movablePlannerColumns(source.tx));
  return {
    kind: 'planners',
    columns: ['office', 'planner', 'services', 'published', ...names],
    async *rows() {
      for await (const some of planners(source)) {
        yield some.map(({ office, key, services, published, row }) => [
          office,
          key,
          services,
          published,
          ...cells(row),
        ]);
      }
    },
  };
}

export function openingRulesSheet(source: Source): Sheet {
  return {
    kind: 'opening-rules',
    columns: [
      'office',
      'planner',
      'valid_from',
      'valid_to',
      'weekdays',
      'starts',
      'ends',
      'breaks',
      'minutes',
      'desks',
    ],
    async *rows() {
      for await (const some of planners(source)) {
        yield some.flatMap(({ office, key, rules }) =>
          rules.map((rule): Cell[] => [
            office,
            key,
            rule.validFrom,
            rule.validTo,
            rule.weekdays,
            rule.starts,
            rule.ends,
            rule.breaks.map(({ starts, ends }) => `${starts}-${ends}`).join('|') || null,
            rule.minutes,
            rule.desks,
          ]),
        );
      }
    },
  };
}

interface Entry {
  readonly id: number;
  readonly office: string;
  readonly planner: string | null;
  readonly first: string;
  readonly last: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly reason: LocalText;
  readonly yearly: boolean;
  readonly minutes: number;
  readonly desks: number;
}

/** The planner `p` as files name it. */
const plannerKey = sql`p.name || CASE WHEN (SELECT count(*) FROM planner x WHERE x.office_id = p.office_id AND x.name = p.name AND x.id <= p.id) > 1
  THEN ' #' || (SELECT count(*) FROM planner x WHERE x.office_id = p.office_id AND x.name = p.name AND x.id <= p.id) ELSE '' END`;
const days = sql`c.first_day::text AS first, c.last_day::text AS last, left(c.starts::text, 5) AS starts, left(c.ends::text, 5) AS ends, c.reason`;

export function closuresSheet(source: Source): Sheet {
  return {
    kind: 'closures',
    columns: ['office', 'planner', 'first_day', 'last_day', 'starts', 'ends', 'yearly', 'reason_it', 'reason_en'],
    async *rows() {
      const query = (after: string | number, most: number) => sql<Entry>`
        SELECT c.id, o.code AS office, CASE WHEN p.id IS NOT NULL THEN ${plannerKey} END AS planner, ${days}, c.yearly
        FROM closure c JOIN office o ON o.id = c.office_id LEFT JOIN planner p ON p.id = c.planner_id
        WHERE c.id > ${after} AND ${inOffices(sql`c.office_id`, source)} ORDER BY c.id LIMIT ${most}`;
      for await (const rows of pieces(source.tx, query)) {
        yield rows.map(({ office, planner, first, last, starts, ends, yearly, reason }): Cell[] => [
          ...[office, planner, first, last, starts, ends, yearly],
          ...[reason.it || null, reason.en ?? null],
        ]);
      }
    },
  };
}

export function extraOpeningsSheet(source: Source): Sheet {
  return {
    kind: 'extra-openings',
    columns: [
      'office',
      'planner',
      'first_day',
      'last_day',
      'starts',
      'ends',
      'minutes',
      'desks',
      'reason_it',
      'reason_en',
    ],
    async *rows() {
      const query = (after: string | number, most: number) => sql<Entry>`
        SELECT c.id, o.code AS office, ${plannerKey} AS planner, ${days}, c.minutes, c.desks
        FROM extra_opening c JOIN planner p ON p.id = c.planner_id JOIN office o ON o.id = p.office_id
        WHERE c.id > ${after} AND ${inOffices(sql`p.office_id`, source)} ORDER BY c.id LIMIT ${most}`;
      for await (const rows of pieces(source.tx, query)) {
        yield rows.map(({ office, planner, first, last, starts, ends, minutes, desks, reason }): Cell[] => [
          ...[office, planner, first, last, starts, ends, minutes, desks],
          ...[reason.it || null, reason.en ?? null],
        ]);
      }
    },
  };
}
