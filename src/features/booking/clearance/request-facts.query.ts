import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { BookingStatus, CancelledBy } from '../status.rules.ts';
import type { ClearanceMode, ClearanceState } from './clearance.rules.ts';

/** Somebody the municipality has to find in its register. */
export interface RegisteredPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly codiceFiscale: string | null;
  /** only of who has no codice fiscale */
  readonly birthDate: Temporal.PlainDate | null;
}

/** What a municipality reads of a request: as little as it needs for its answer. */
export interface RequestFacts {
  readonly id: string;
  readonly bookingId: string;
  readonly round: number;
  readonly mode: ClearanceMode;
  readonly state: ClearanceState;
  readonly status: BookingStatus;
  readonly cancelledBy: CancelledBy | null;
  /** the office that asks */
  readonly officeId: number;
  readonly officeName: LocalText;
  readonly officeAddress: string | null;
  readonly officeEmail: string | null;
  readonly officePhone: string | null;
  readonly zone: string;
  readonly answeringOfficeId: number | null;
  /** cadastral code */
  readonly residence: string | null;
  readonly municipality: string | null;
  readonly serviceName: LocalText;
  readonly code: string;
  readonly startsAt: Temporal.Instant;
  readonly askedOn: Temporal.PlainDate | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly atDeadline: 'cancel' | 'stays';
  readonly remindedOn: Temporal.PlainDate | null;
  readonly protocol: string | null;
  readonly answeredOn: Temporal.PlainDate | null;
  readonly answerProtocol: string | null;
  readonly answeredBy: string | null;
  readonly reason: string | null;
  readonly people: readonly RegisteredPerson[];
}

type Row = Omit<RequestFacts, 'people' | 'reason'> & { reasonCipher: Buffer | null };

/** One request, by its own number or by its booking's. */
export async function requestFacts(
  db: Db | Tx,
  secrets: Secrets,
  by: { id: string } | { bookingId: string },
): Promise<RequestFacts | undefined> {
  const [facts] = await factsWhere(
    db,
    secrets,
    'id' in by ? sql`c.id = ${by.id}` : sql`c.booking_id = ${by.bookingId}`,
  );
  return facts;
}

/** Requests that a condition on `clearance c`, `booking b` picks, in the order and number it asks for. */
export async function factsWhere(db: Db | Tx, secrets: Secrets, rest: RawBuilder<unknown>): Promise<RequestFacts[]> {
  const { rows } = await sql<Row>`
    SELECT c.id, c.booking_id AS "bookingId", c.round, c.mode, c.state, b.status, b.cancelled_by AS "cancelledBy", c.office_id AS "officeId", f.name AS "officeName",
           f.address AS "officeAddress", f.email AS "officeEmail", f.phone AS "officePhone", f.time_zone AS zone,
           c.answering_office_id AS "answeringOfficeId", c.municipality_code AS residence, m.name AS municipality,
           s.name AS "serviceName", b.code, b.starts_at AS "startsAt", c.asked_on AS "askedOn", c.due_on AS "dueOn",
           c.at_deadline AS "atDeadline", c.reminded_on AS "remindedOn", c.protocol, c.answered_on AS "answeredOn",
           c.answer_protocol AS "answerProtocol", c.answered_by AS "answeredBy", c.reason_cipher AS "reasonCipher"
    FROM clearance c
    JOIN booking b ON b.id = c.booking_id
    JOIN office f ON f.id = c.office_id
    JOIN service s ON s.code = b.service_code
    LEFT JOIN municipality m ON m.code = c.municipality_code
    WHERE ${rest}`.execute(db);
  if (rows.length === 0) return [];
  const people = await peopleOf(db, secrets, rows);
  return rows.map(({ reasonCipher, ...row }) => ({
    ...row,
    reason: reasonCipher && secrets.decrypt(reasonCipher),
    people: people.get(row.bookingId) ?? [],
  }));
}

async function peopleOf(
  db: Db | Tx,
  secrets: Secrets,
  requests: readonly { bookingId: string }[],
): Promise<Map<string, RegisteredPerson[]>> {
  const ids = requests.map(({ bookingId }) => bookingId);
  const { rows } = await sql<Omit<RegisteredPerson, 'codiceFiscale'> & { bookingId: string; cipher: Buffer | null }>`
    SELECT booking_id AS "bookingId", given_name AS "givenName", family_name AS "familyName", codice_fiscale_cipher AS cipher,
           CASE WHEN codice_fiscale_cipher IS NULL THEN birth_date END AS "birthDate"
    FROM booking_person WHERE booking_id = ANY (${ids}::bigint[]) ORDER BY booking_id, position`.execute(db);
  const byBooking = Map.groupBy(rows, (row) => row.bookingId);
  return new Map(
    [...byBooking].map(([bookingId, group]) => [
      bookingId,
      group.map(({ givenName, familyName, birthDate, cipher }) => ({
        givenName,
        familyName,
        birthDate,
        codiceFiscale: cipher && secrets.decrypt(cipher),
      })),
    ]),
  );
}
