import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Language, LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { invitationCode } from './invitation-code.ts';

export type InvitationState = 'unused' | 'used' | 'expired' | 'revoked';

/** An invitation as its office sees it. */
export interface Invitation {
  readonly id: number;
  readonly state: InvitationState;
  readonly code: string;
  readonly person: string | null;
  readonly email: string | null;
  readonly note: string | null;
  /** the first instant that is too late */
  readonly validUntil: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
  /** the booking it was used for */
  readonly bookingCode: string | null;
}

/** The invitations of an offering, the newest first. */
export async function invitationsOf(
  db: Db,
  secrets: Secrets,
  filter: { offeringId: number; now: Temporal.Instant; most: number },
): Promise<Invitation[]> {
  const { rows } = await sql<{
    id: number;
    salt: Buffer;
    person: Buffer | null;
    email: Buffer | null;
    note: Buffer | null;
    validUntil: Temporal.Instant;
    createdAt: Temporal.Instant;
    state: InvitationState;
    bookingCode: string | null;
  }>`
    SELECT i.id, i.salt, i.person_cipher AS person, i.email_cipher AS email, i.note_cipher AS note,
           i.valid_until AS "validUntil", i.created_at AS "createdAt", b.code AS "bookingCode",
           CASE WHEN i.used_at IS NOT NULL THEN 'used' WHEN i.revoked_at IS NOT NULL THEN 'revoked'
                WHEN i.valid_until <= ${filter.now} THEN 'expired' ELSE 'unused' END AS state
    FROM invitation i LEFT JOIN booking b ON b.id = i.booking_id
    WHERE i.offering_id = ${filter.offeringId} ORDER BY i.id DESC LIMIT ${filter.most}`.execute(db);
  const open = (cipher: Buffer | null): string | null => cipher && secrets.decrypt(cipher);
  return rows.map(({ salt, person, email, note, ...row }) => ({
    ...row,
    code: invitationCode(secrets, salt),
    person: open(person),
    email: open(email),
    note: open(note),
  }));
}

/** What the letter of an invitation says; undefined when it is of no use any more. */
export async function invitationToTell(db: Db | Tx, secrets: Secrets, filter: { id: number; now: Temporal.Instant }) {
  const { rows } = await sql<{
    salt: Buffer;
    person: Buffer | null;
    email: Buffer | null;
    note: Buffer | null;
    validUntil: Temporal.Instant;
    language: Language | null;
    officeLanguages: readonly string[];
    officeCode: string;
    officeName: LocalText;
    timeZone: string;
    serviceCode: string;
    serviceName: LocalText;
  }>`
    SELECT i.salt, i.person_cipher AS person, i.email_cipher AS email, i.note_cipher AS note, i.valid_until AS "validUntil",
           i.language, f.languages AS "officeLanguages", f.code AS "officeCode", f.name AS "officeName", f.time_zone AS "timeZone", o.service_code AS "serviceCode",
           s.name AS "serviceName"
    FROM invitation i JOIN offering o ON o.id = i.offering_id JOIN office f ON f.id = o.office_id
    JOIN service s ON s.code = o.service_code
    WHERE i.id = ${filter.id} AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.valid_until > ${filter.now}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { salt, person, email, note, ...rest } = row;
  const open = (cipher: Buffer | null): string | null => cipher && secrets.decrypt(cipher);
  return {
    ...rest,
    code: invitationCode(secrets, salt),
    person: open(person),
    email: open(email),
    note: open(note),
  };
}

export type InvitationToTell = NonNullable<Awaited<ReturnType<typeof invitationToTell>>>;

/** Why a code does not open a service. */
export type InvitationFault = 'unknown' | 'used' | 'expired';

/** The invitation that a typed code is, for this offering. */
export async function findInvitation(
  db: Db | Tx,
  filter: { codeKey: Buffer; offeringId: number; now: Temporal.Instant },
): Promise<{ ok: true; id: number } | { ok: false; reason: InvitationFault }> {
  const found = await db
    .selectFrom('invitation')
    .select(['id', 'used_at', 'revoked_at', 'valid_until'])
    .where('code_key', '=', filter.codeKey)
    .where('offering_id', '=', filter.offeringId)
    .executeTakeFirst();
  if (found === undefined || found.revoked_at !== null) return { ok: false, reason: 'unknown' };
  if (found.used_at !== null) return { ok: false, reason: 'used' };
  if (Temporal.Instant.compare(found.valid_until, filter.now) <= 0) return { ok: false, reason: 'expired' };
  return { ok: true, id: found.id };
}
