import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { isForTicket, settleTicket } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Secrets } from '#platform/secrets.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import { likenessKey, personKey } from '#features/identity/index.ts';
import { type HoldOwner, ownerKeys } from './hold/hold-owner.ts';
import type { BookedPerson } from './people.ts';
import type { BookingNotice } from './record-event.ts';
import { useInvitation } from './invitations/use-invitation.ts';
import { makeCode } from './code.rules.ts';
import type { Delivery } from './delivery/delivery.rules.ts';
import { consentFor } from './clearance/consent-for.ts';
import { isFalseResidence } from './clearance/false-residence.ts';
import { passOn } from './clearance/pass-on.ts';
import { firstPreCheck } from './examination/first-pre-check.ts';
import { firstStatus } from './confirmation/confirmation.rules.ts';
import type { Channel } from './status.rules.ts';
import { rulesOfHold } from './hold/lock-hold.ts';
import { standingOf } from './standing.query.ts';
import { visitToKeep } from './visit/person-visit.ts';
import { settleAccepted } from './waiting-list/settle-accepted.ts';
import { isForWhoWaited } from './waiting-list/who-waited.ts';

export interface BookRequest {
  readonly holdId: string;
  readonly owner: HoldOwner;
  /** Whose booking it is; null when booked at the desk for somebody without an account. */
  readonly accountId: number | null;
  readonly people: readonly BookedPerson[];
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly language: string;
  readonly reason: string | null;
  readonly notes: string | null;
  readonly delivery: Delivery | null;
  /** Cadastral code of the municipality that has to consent, where the offering asks for it. */
  readonly residence?: string | null;
  readonly channel: Channel;
  /** The operator, for a booking made at the desk. */
  readonly createdBy: number | null;
  readonly now: Temporal.Instant;
}

/** Asked for within the one statement that books, and so not by `notifyOf`. */
const news: BookingNotice['kind'] = 'booked';

export type BookRefusal =
  | 'hold-expired'
  | 'party-mismatch'
  | 'already-booked'
  | 'hold-is-for-move'
  | 'too-many-bookings'
  | 'clearance-too-late'
  | 'not-resident'
  | 'not-the-ticket-holder'
  | 'not-who-waited'
  | 'cancelled-often';

/**
 * Turns a hold into a booking: the seats pass from one to the other. Asked twice for the same hold it answers with the
 * same booking, and says that it was there. `position` says which person has a live booking for this service already, where
 * that is known; `until`, how long somebody waits who cancelled again and again.
 */
export async function book(
  tx: Tx,
  secrets: Secrets,
  request: BookRequest,
): Promise<
  Outcome<{ code: string; bookingId: string; wasThere: boolean }, BookRefusal> & {
    position?: number;
    until?: Temporal.Instant;
  }
> {
  const held = await rulesOfHold(tx, {
    holdId: request.holdId,
    owners: ownerKeys(secrets, request.owner),
    accountId: request.accountId,
  });
  if (held === undefined) return { ok: false, reason: 'hold-expired' };
  if (held.booking) return { ok: true, code: held.booking.code, bookingId: held.booking.id, wasThere: true };
  if (held.state !== 'live' || Temporal.Instant.compare(held.expiresAt, request.now) <= 0)
    return { ok: false, reason: 'hold-expired' };
  if (held.rescheduleOf !== null) return { ok: false, reason: 'hold-is-for-move' };
  if (request.people.length !== held.party) return { ok: false, reason: 'party-mismatch' };
  if (held.ticket && !isForTicket(secrets, { ticket: held.ticket, people: request.people }))
    return { ok: false, reason: 'not-the-ticket-holder' };

  const keys = request.people.map((person) => personKey(secrets, person));
  const likenesses = request.people.map((person) => likenessKey(secrets, person));
  const { accountId } = request;
  const standing = await standingOf(tx, { ...request, keys, likenesses, ...held, accountId });
  if (standing.position !== null) return { ok: false, reason: 'already-booked', position: standing.position };
  if (held.liveLimit !== null && standing.live >= held.liveLimit) return { ok: false, reason: 'too-many-bookings' };
  if (standing.pausedUntil !== null) return { ok: false, reason: 'cancelled-often', until: standing.pausedUntil };
  if (request.owner.kind === 'list') {
    const day = dayIn(held.startsAt, held.timeZone);
    const waited = { holdId: request.holdId, people: request.people, keys, likenesses, day };
    if (!(await isForWhoWaited(tx, waited))) return { ok: false, reason: 'not-who-waited' };
  }

  if (isFalseResidence(held, request.residence)) return { ok: false, reason: 'not-resident' };
  const consent = consentFor(held, request);
  if (!consent.ok) return { ok: false, reason: 'clearance-too-late' };
  const first = firstStatus(held.confirmation, {
    startsAt: held.startsAt,
    zone: held.timeZone,
    channel: request.channel,
    now: request.now,
    awaitsClearance: consent.mode === 'required',
  });
  const code = makeCode(randomBytes(32));
  const encrypted = (text: string | null | undefined): Buffer | null => (text ? secrets.encrypt(text) : null);
  try {
    const { rows } = await sql<{ id: string }>`
      WITH used AS (
        UPDATE hold SET state = 'booked', draft = NULL WHERE id = ${request.holdId} AND state = 'live' RETURNING id, quota_group
      ), b AS (
        INSERT INTO booking (code, hold_id, account_id, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at,
                             ends_at, party, channel, status, contact_email, contact_phone, language, reason, notes_cipher,
                             delivery_cipher, confirm_by, confirm_opens_at, confirm_closes_at, cancel_closes_at, privacy_accepted_at,
                             created_by, created_at, fees, pre_check, pre_check_since, pre_check_due_at, quota_group)
        SELECT ${code}, used.id, ${request.accountId}, ${held.officeId}, ${held.offeringId}, ${held.serviceCode}, ${held.plannerId},
               ${held.slotIds}, ${held.slotId}, ${held.startsAt}, ${held.endsAt}, ${held.party}, ${request.channel}, ${first.status},
               ${request.contactEmail}, ${request.contactPhone}, ${request.language}, ${request.reason}, ${encrypted(request.notes)},
               ${request.delivery ? secrets.encrypt(JSON.stringify(request.delivery)) : null}, ${first.confirmBy},
               ${first.window?.opensAt ?? null}, ${first.window?.closesAt ?? null},
               ${held.startsAt.subtract({ hours: held.cancelCutoffHours })}, ${request.now}, ${request.createdBy}, ${request.now},
               (SELECT fees FROM offering WHERE id = ${held.offeringId}), ${firstPreCheck(held, request)}, used.quota_group
        FROM used RETURNING id
      ), consent AS (
        INSERT INTO clearance (booking_id, office_id, municipality_code, mode, state, due_on, at_deadline, created_at, changed_at)
        SELECT b.id, ${held.officeId}, ${request.residence ?? null}, ${consent.mode},
               CASE ${consent.mode}::text WHEN 'required' THEN 'to-ask' ELSE 'to-tell' END, ${consent.dueOn},
               ${held.clearanceRule.atDeadline}, ${request.now}, ${request.now}
        FROM b WHERE ${consent.mode}::text <> 'none'
      ), files AS (
        UPDATE attachment SET booking_id = b.id FROM b WHERE attachment.hold_id = ${request.holdId} AND attachment.booking_id IS NULL
      ), people AS (
        INSERT INTO booking_person (booking_id, position, given_name, family_name, birth_date, birth_place, relationship,
                                    codice_fiscale_cipher, codice_fiscale_key, answers_cipher, visit_cipher, person_key, likeness_key,
                                    service_code)
        SELECT b.id, p.ord - 1, p.given, p.family, p.born, p.place, p.relationship, p.cf, p.cf_key, p.answers, p.visit, p.key, p.likeness, ${held.serviceCode}
        FROM b, unnest(${request.people.map((person) => person.givenName)}::text[], ${request.people.map((person) => person.familyName)}::text[],
                       ${request.people.map((person) => person.birthDate?.toString() ?? null)}::date[],
                       ${request.people.map((person) => person.birthPlace)}::text[],
                       ${request.people.map((person) => person.relationship)}::text[],
                       ${request.people.map((person) => encrypted(person.codiceFiscale))}::bytea[],
                       ${request.people.map((person) => (person.codiceFiscale ? secrets.hash('codice-fiscale', person.codiceFiscale) : null))}::bytea[],
                       ${request.people.map((person) => encrypted(person.answers && JSON.stringify(person.answers)))}::bytea[],
                       ${request.people.map((person) => encrypted(visitToKeep(person.visit)))}::bytea[],
                       ${keys}::bytea[], ${likenesses}::bytea[])
             WITH ORDINALITY AS p(given, family, born, place, relationship, cf, cf_key, answers, visit, key, likeness, ord)
        ORDER BY p.key
      ), event AS (
        INSERT INTO booking_event (booking_id, at, kind, actor, account_id, detail)
        SELECT b.id, ${request.now}, 'created', ${request.createdBy === null ? 'citizen' : 'office'},
               ${request.createdBy ?? request.accountId}, ${JSON.stringify({ channel: request.channel, status: first.status })} FROM b
      ), told AS (
        INSERT INTO outbox (task, payload, created_at)
        SELECT 'notify', jsonb_build_object('kind', ${news}::text, 'bookingId', b.id::text), ${request.now} FROM b
      )
      SELECT id FROM b`.execute(tx);
    const [row] = rows;
    // Taken back by the office while the seat was held: nothing is kept.
    const needsInvitation = held.inviteOnly && request.createdBy === null && request.owner.kind === 'account';
    if (row && needsInvitation && !(await useInvitation(tx, { ...request, bookingId: row.id })))
      return { ok: false, reason: 'hold-expired' };
    if (row && held.ticket) await settleTicket(tx, { ...held.ticket, bookingId: row.id, now: request.now });
    if (row && consent.mode === 'required') await passOn(tx, { bookingId: row.id, now: request.now, tell: false });
    if (row && request.owner.kind === 'list')
      await settleAccepted(tx, { holdId: request.holdId, bookingId: row.id, now: request.now });
    return row ? { ok: true, code, bookingId: row.id, wasThere: false } : { ok: false, reason: 'hold-expired' };
  } catch (error) {
    // Somebody booked for the same person in this very instant: the index has the last word.
    if (brokenConstraint(error) === 'booking_person_one_live') return { ok: false, reason: 'already-booked' };
    throw error;
  }
}
