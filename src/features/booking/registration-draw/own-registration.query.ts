import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Wishes } from '../waiting-list/wishes.rules.ts';
import { openAnswers } from './answers.ts';
import type { RegistrationState } from './rows.ts';
import { type KeptWishes, readKept, wishesText } from './wishes-kept.ts';

/** A registration as its people see it. */
export interface OwnRegistration {
  readonly roomId: number;
  readonly number: number;
  readonly accountId: number | null;
  readonly pseudonym: string;
  readonly weight: number;
  readonly joinedAt: Temporal.Instant;
  readonly ticketState: string;
  readonly offeringId: number;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly language: string;
  readonly contactEmail: string | null;
  /** names of those who come; empty once they are forgotten */
  readonly names: readonly string[];
  readonly wishes: Wishes;
  /** the office preferred first */
  readonly offices: readonly { readonly offeringId: number; readonly code: string; readonly name: LocalText }[];
  readonly wantsWaiting: boolean;
  readonly salt: string;
  readonly wishesHash: string;
  /** what the hash is of, beside the salt */
  readonly wishesText: string;
  readonly place: number | null;
  readonly state: RegistrationState;
  readonly why: string | null;
  readonly nextWeight: number | null;
  readonly waiting: string | null;
  readonly seat: {
    readonly startsAt: Temporal.Instant;
    readonly officeName: LocalText;
    readonly timeZone: string;
    readonly bookingCode: string | null;
  } | null;
}

type Row = Omit<OwnRegistration, 'wishes' | 'names' | 'contactEmail' | 'wishesText' | 'seat'> & {
  readonly kept: KeptWishes;
  readonly answers: Buffer | null;
  readonly startsAt: Temporal.Instant | null;
  readonly seatOffice: LocalText | null;
  readonly seatZone: string | null;
  readonly bookingCode: string | null;
};

/** Those of an account in one draw that still count, the newest first. */
export function registrationsOf(
  db: Db | Tx,
  secrets: Secrets,
  { roomId, accountId }: { roomId: number; accountId: number },
): Promise<OwnRegistration[]> {
  const live = sql`t.state NOT IN ('left', 'displaced')`;
  return read(db, secrets, sql`g.room_id = ${roomId} AND g.account_id = ${accountId} AND ${live}`);
}

/** All of an account, with those that no longer count. */
export function allRegistrationsOf(db: Db | Tx, secrets: Secrets, accountId: number): Promise<OwnRegistration[]> {
  return read(db, secrets, sql`g.account_id = ${accountId}`);
}

export async function registrationByNumber(
  db: Db | Tx,
  secrets: Secrets,
  { roomId, number }: { roomId: number; number: number },
): Promise<OwnRegistration | undefined> {
  return (await read(db, secrets, sql`g.room_id = ${roomId} AND g.number = ${number}`))[0];
}

async function read(db: Db | Tx, secrets: Secrets, which: RawBuilder<unknown>): Promise<OwnRegistration[]> {
  const { rows } = await sql<Row>`
    SELECT g.room_id AS "roomId", g.number, g.account_id AS "accountId", t.pseudonym, t.weight, t.joined_at AS "joinedAt",
           t.state AS "ticketState", t.offering_id AS "offeringId", o.service_code AS "serviceCode", v.name AS "serviceName",
           t.language, g.answers_cipher AS answers, g.wishes AS kept, g.wants_waiting AS "wantsWaiting", g.salt,
           g.wishes_hash AS "wishesHash", g.place, g.state, g.why, g.next_weight AS "nextWeight", g.waiting,
           g.starts_at AS "startsAt", sf.name AS "seatOffice", sf.time_zone AS "seatZone", b.code AS "bookingCode",
           (SELECT jsonb_agg(jsonb_build_object('offeringId', w.id, 'code', f.code, 'name', f.name) ORDER BY u.ord)
            FROM unnest(g.offering_ids) WITH ORDINALITY AS u(id, ord) JOIN offering w ON w.id = u.id
            JOIN office f ON f.id = w.office_id) AS offices
    FROM registration g JOIN ticket t ON t.room_id = g.room_id AND t.number = g.number
    JOIN offering o ON o.id = t.offering_id JOIN service v ON v.code = o.service_code
    LEFT JOIN offering so ON so.id = g.offering_id LEFT JOIN office sf ON sf.id = so.office_id
    LEFT JOIN booking b ON b.id = g.booking_id
    WHERE ${which} ORDER BY g.room_id DESC, g.number DESC`.execute(db);
  return rows.map(({ kept, answers, startsAt, seatOffice, seatZone, bookingCode, ...row }) => {
    const known = answers && openAnswers(secrets, answers);
    const codes = row.offices.map(({ code }) => code);
    return {
      ...row,
      wishes: readKept(kept),
      wishesText: wishesText(kept, codes),
      names: known?.people.map(({ givenName, familyName }) => `${givenName} ${familyName}`) ?? [],
      contactEmail: known?.contactEmail ?? null,
      seat:
        startsAt && seatOffice && seatZone
          ? { startsAt, officeName: seatOffice, timeZone: seatZone, bookingCode }
          : null,
    };
  });
}
