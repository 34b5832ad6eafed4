import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { tableColumns } from '#platform/table-columns.ts';
import { decryptedRow } from '../appointments/encrypted.ts';
import {
  appointmentFields,
  movableBookingColumns,
  movablePersonColumns,
  personFields,
} from '../appointments/fields.ts';
import { cellsOf } from '../column-fields.ts';
import type { Cell } from '../files/write-file.ts';
import { inOnePiece, type Sheet, type Source } from './sheets.ts';

type Row = Readonly<Record<string, unknown>>;

interface Booking extends Place {
  readonly zone: string;
  readonly office: string;
  readonly planner: string;
  readonly account: string | null;
  readonly by: Readonly<Record<string, string>>;
  readonly events: number;
  readonly row: Row;
  readonly origin: Row | null;
  readonly people: readonly Row[];
}

/** Appointments, a row for each of their people. */
export async function appointmentsSheet(source: Source): Promise<Sheet> {
  const { tx, secrets } = source;
  const columns = movableBookingColumns(await tableColumns(tx, 'booking'));
  const person = movablePersonColumns(await tableColumns(tx, 'booking_person'));
  const accountColumns = columns.filter(({ references }) => references === 'account').map(({ name }) => name);
  const ownNames = ['date', 'time', 'until', 'minutes'];
  const names = [...appointmentFields(columns), ...personFields(person)].map(({ name }) => name);
  const accountOf = sql.join(
    accountColumns.map((name) => sql`${sql.lit(name)}, (SELECT email FROM account WHERE id = ${sql.ref(`b.${name}`)})`),
  );
  const query = (after: Place, most: number) =>
    sql<Booking>`
    SELECT b.id, b.office_id AS "officeId", o.time_zone AS zone, o.code AS office,
           p.name || CASE WHEN n.n > 1 THEN ' #' || n.n ELSE '' END AS planner,
           (SELECT email FROM account WHERE id = b.account_id) AS account,
           jsonb_build_object(${accountOf}) AS by,
           (SELECT count(*)::int FROM booking_event e WHERE e.booking_id = b.id AND e.kind <> 'imported') AS events,
           to_jsonb(b) AS row, to_jsonb(i) AS origin,
           (SELECT jsonb_agg(to_jsonb(x) ORDER BY x.position) FROM booking_person x WHERE x.booking_id = b.id) AS people
    FROM booking b JOIN office o ON o.id = b.office_id JOIN planner p ON p.id = b.planner_id
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM planner x WHERE x.office_id = p.office_id AND x.name = p.name AND x.id <= p.id) n
    LEFT JOIN imported_booking i ON i.booking_id = b.id
    WHERE ${behind(after, source)} ORDER BY b.office_id, b.id LIMIT ${most}`;
  return {
    kind: 'appointments',
    columns: names.filter((name) => !ownNames.includes(name)),
    async *rows() {
      for await (const bookings of byOffice(tx, query)) yield bookings.flatMap(rowsOf);
    },
  };

  function rowsOf(booking: Booking): Cell[][] {
    const { row, origin, zone } = booking;
    const plain = { ...decryptedRow(columns, row, secrets), ...booking.by };
    const why = row['cancel_reason_cipher'];
    const isWrong = (position: unknown) =>
      Array.isArray(origin?.['wrong_codes']) && origin['wrong_codes'].includes(position);
    const common: Cell[] = [
      booking.office,
      text(row['service_code']),
      booking.planner,
      text(row['code']),
      text(origin?.['external_code']),
      text(origin?.['source']),
      onClock(row['starts_at'], zone),
      onClock(row['ends_at'], zone),
      text(row['status']),
      text(row['contact_email']),
      text(row['contact_phone']),
      instant(row['created_at']),
      typeof why === 'string' ? secrets.decrypt(Buffer.from(why.slice(2), 'hex')) : text(row['cancel_reason']),
      booking.account,
      booking.events,
      text(origin?.['seat']),
      ...cellsOf(
        columns.map((column) => (accountColumns.includes(column.name) ? { ...column, type: 'text' } : column)),
        plain,
      ),
    ];
    return (booking.people ?? []).map((one) => {
      const code = one['codice_fiscale_cipher'];
      return [
        ...common,
        ...cellsOf(person, decryptedRow(person, one, secrets)),
        typeof code === 'string' ? secrets.decrypt(Buffer.from(code.slice(2), 'hex')) : null,
        isWrong(one['position']) ? true : null,
      ];
    });
  }
}

/** What happened to each, but that it was imported: that is said of where it is now. */
export function historySheet(source: Source): Sheet {
  const query = (after: Place, most: number) =>
    sql<{
      id: string;
      officeId: number;
      events: { at: string; kind: string; actor: string; by: string | null; detail: Record<string, unknown> }[];
      office: string;
      code: string;
    }>`
    SELECT b.id, b.office_id AS "officeId", o.code AS office, b.code, e.events
    FROM booking b JOIN office o ON o.id = b.office_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('at', e.at, 'kind', e.kind, 'actor', e.actor, 'by', a.email, 'detail', e.detail) ORDER BY e.at, e.id) AS events
      FROM booking_event e LEFT JOIN account a ON a.id = e.account_id
      WHERE e.booking_id = b.id AND e.kind <> 'imported') e
    WHERE ${behind(after, source)} ORDER BY b.office_id, b.id LIMIT ${most}`;
  return {
    kind: 'history',
    columns: ['office', 'code', 'at', 'event', 'actor', 'by', 'detail'],
    async *rows() {
      for await (const bookings of byOffice(source.tx, query)) {
        yield bookings.flatMap(({ office, code, events }) =>
          (events ?? []).map((event): Cell[] => [
            office,
            code,
            instant(event.at),
            event.kind,
            event.actor,
            event.by,
            event.detail,
          ]),
        );
      }
    },
  };
}

/** Where the last piece ended. */
interface Place {
  readonly officeId: number;
  readonly id: string;
}

/** Office by office and in the order in which they were made, many offices at once. */
async function* byOffice<Row extends Place>(
  tx: Tx,
  query: (after: Place, most: number) => RawBuilder<Row>,
): AsyncGenerator<Row[]> {
  let after: Place = { officeId: 0, id: '0' };
  for (;;) {
    const { rows }: { rows: Row[] } = await query(after, inOnePiece).execute(tx);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < inOnePiece) return;
    after = { officeId: last.officeId, id: last.id };
  }
}

/** The first condition is the index's: it begins where the last piece ended. */
function behind(after: Place, { isAll, officeIds }: Source) {
  const some = isAll ? sql`true` : sql`b.office_id = ANY (${officeIds}::int[])`;
  return sql`b.office_id >= ${after.officeId} AND (b.office_id, b.id) > (${after.officeId}, ${after.id}::bigint) AND ${some}`;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function instant(value: unknown): string {
  return Temporal.Instant.from(String(value)).toString();
}

/** On the office's clock, with its offset: read by people, and the same instant everywhere. */
function onClock(value: unknown, zone: string): string {
  return Temporal.Instant.from(String(value)).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });
}
