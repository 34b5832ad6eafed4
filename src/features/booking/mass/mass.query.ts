import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { type Language, type LocalText, writtenFor } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { OfferState } from '../moves/offer.rules.ts';
import type { MassKind, MassSkip, MassWords } from './mass.rules.ts';

/** A mass action with how far it has come. */
export interface MassAction {
  readonly id: string;
  readonly kind: MassKind;
  readonly total: number;
  readonly words: MassWords | null;
  readonly askedBy: string | null;
  readonly createdAt: Temporal.Instant;
  readonly done: number;
  readonly skipped: number;
  /** of offered seats, what has become of them */
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly expired: number;
  readonly withdrawn: number;
  readonly noSeat: number;
}

type Row = Omit<MassAction, 'words'> & { words: Buffer | null };

const columns = sql`
  m.id, m.kind, m.total, m.words_cipher AS words, m.created_at AS "createdAt",
  a.given_name || ' ' || a.family_name AS "askedBy", i.done, i.skipped, p.*
  FROM mass_action m LEFT JOIN account a ON a.id = m.asked_by
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'done')::int AS done, count(*) FILTER (WHERE state = 'skipped')::int AS skipped
    FROM mass_item WHERE mass_id = m.id) AS i
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'offered')::int AS offered, count(*) FILTER (WHERE state = 'accepted')::int AS accepted,
           count(*) FILTER (WHERE state = 'declined')::int AS declined, count(*) FILTER (WHERE state = 'expired')::int AS expired,
           count(*) FILTER (WHERE state = 'withdrawn')::int AS withdrawn, count(*) FILTER (WHERE state = 'no-seat')::int AS "noSeat"
    FROM proposal WHERE mass_id = m.id) AS p`;

/** One of an office's mass actions; undefined for others', and for offers that no worker has begun with. */
export async function findMass(
  db: Db,
  secrets: Secrets,
  filter: { officeId: number; id: string },
): Promise<MassAction | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(filter.id)) return undefined;
  const { rows } = await sql<Row>`
    SELECT ${columns} WHERE m.id = ${filter.id} AND m.office_id = ${filter.officeId}`.execute(db);
  return rows[0] && open(secrets, rows[0]);
}

/** An office's mass actions, the latest first. */
export async function listMass(
  db: Db,
  secrets: Secrets,
  filter: { officeId: number; skip: number; most: number },
): Promise<MassAction[]> {
  const { rows } = await sql<Row>`
    SELECT ${columns} WHERE m.office_id = ${filter.officeId}
    ORDER BY m.created_at DESC, m.id OFFSET ${filter.skip} LIMIT ${filter.most}`.execute(db);
  return rows.map((row) => open(secrets, row));
}

function open(secrets: Secrets, { words, ...row }: Row): MassAction {
  // Written by us, as MassWords.
  return { ...row, words: words && (JSON.parse(secrets.decrypt(words)) as MassWords) };
}

/** A booking of a mass action, with what has become of it. */
export interface MassResult {
  readonly code: string;
  readonly startsAt: Temporal.Instant;
  readonly familyName: string | null;
  readonly service: LocalText;
  readonly phone: string | null;
  readonly state: 'waiting' | 'done' | 'skipped';
  readonly why: MassSkip | null;
  /** of an offer: what has become of it, and the seat */
  readonly offer: OfferState | null;
  readonly newStartsAt: Temporal.Instant | null;
  readonly oldStartsAt: Temporal.Instant | null;
}

export async function massResults(
  db: Db,
  filter: { massId: string; only: 'all' | 'skipped'; skip: number; most: number },
): Promise<MassResult[]> {
  const { rows } = await sql<MassResult>`
    SELECT b.code, b.starts_at AS "startsAt", s.name AS service, coalesce(b.contact_phone, a.phone) AS phone, i.state, i.why,
           p.state AS offer, p.starts_at AS "newStartsAt", p.old_starts_at AS "oldStartsAt",
           (SELECT family_name FROM booking_person WHERE booking_id = b.id ORDER BY position LIMIT 1) AS "familyName"
    FROM mass_item i JOIN booking b ON b.id = i.booking_id JOIN service s ON s.code = b.service_code
    LEFT JOIN account a ON a.id = b.account_id
    LEFT JOIN LATERAL (
      SELECT state, starts_at, old_starts_at FROM proposal
      WHERE mass_id = i.mass_id AND booking_id = b.id ORDER BY id DESC LIMIT 1) AS p ON true
    WHERE i.mass_id = ${filter.massId}
      ${filter.only === 'skipped' ? sql`AND (i.state = 'skipped' OR i.why IS NOT NULL OR p.state IN ('no-seat', 'declined', 'expired'))` : sql``}
    ORDER BY i.id OFFSET ${filter.skip} LIMIT ${filter.most}`.execute(db);
  return rows;
}

/** A message of the office, in the language of whoever reads it. */
export interface OfficeMessage {
  readonly subject: string;
  readonly text: string;
}

/** What the letter of one item says; undefined when it is gone. */
export async function messageToTell(
  db: Db,
  secrets: Secrets,
  { itemId, language }: { itemId: string; language: Language },
): Promise<OfficeMessage | undefined> {
  const { rows } = await sql<{ words: Buffer | null }>`
    SELECT m.words_cipher AS words FROM mass_item i JOIN mass_action m ON m.id = i.mass_id AND m.kind = 'message'
    WHERE i.id = ${itemId}`.execute(db);
  return said(secrets, rows[0]?.words, language);
}

/** The messages of the office about a booking, by the mass action they belong to. */
export async function messagesOfOffice(
  db: Db,
  secrets: Secrets,
  { bookingId, language }: { bookingId: string; language: Language },
): Promise<Map<string, OfficeMessage>> {
  const { rows } = await sql<{ id: string; words: Buffer | null }>`
    SELECT m.id, m.words_cipher AS words FROM mass_item i JOIN mass_action m ON m.id = i.mass_id AND m.kind = 'message'
    WHERE i.booking_id = ${bookingId} AND i.state <> 'waiting'`.execute(db);
  return new Map(
    rows.flatMap(({ id, words }) => {
      const message = said(secrets, words, language);
      return message ? [[id, message]] : [];
    }),
  );
}

function said(secrets: Secrets, words: Buffer | null | undefined, language: Language): OfficeMessage | undefined {
  if (!words) return undefined;
  // Written by us, as MassWords.
  const { subject, text } = JSON.parse(secrets.decrypt(words)) as MassWords;
  return { subject: subject[writtenFor(language)], text: text[writtenFor(language)] };
}
