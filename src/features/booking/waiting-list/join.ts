import { sql } from 'kysely';
import { likenessKey } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import { otherOffices } from './other-offices.query.ts';
import { askForSeats, tellEntry } from './tell-entry.ts';
import type { Wishes } from './wishes.rules.ts';

export interface JoinRequest {
  readonly accountId: number;
  readonly offeringId: number;
  readonly wishes: Wishes;
  /** Offerings of the same service at other offices; those that may not be chosen are refused. */
  readonly others: readonly number[];
  readonly language: Language;
  readonly now: Temporal.Instant;
}

export type JoinRefusal =
  | 'no-waiting-list'
  | 'waiting-list-closed'
  | 'already-waiting'
  | 'already-booked'
  | 'party-too-large'
  | 'unknown-office';

/** Puts an account's person on the list of a service, at the end: the place is that of this instant. */
export async function joinList(
  tx: Tx,
  secrets: Secrets,
  request: JoinRequest,
): Promise<Outcome<{ entryId: string }, JoinRefusal>> {
  const { accountId, offeringId, wishes, others, now } = request;
  const list = await listOf(tx, { offeringId, accountId });
  if (list === undefined || !list.isOn) return { ok: false, reason: 'no-waiting-list' };
  if (!list.isOpen) return { ok: false, reason: 'waiting-list-closed' };
  if (wishes.party > list.partyMax) return { ok: false, reason: 'party-too-large' };
  if (!(await mayChoose(tx, offeringId, others))) return { ok: false, reason: 'unknown-office' };
  if (list.isBooked) return { ok: false, reason: 'already-booked' };
  const key = list.personKey ?? secrets.hash('person', `account:${accountId}`);
  try {
    const { id } = await tx
      .insertInto('waiting_entry')
      .values({
        account_id: accountId,
        person_key: key,
        likeness_key: likenessKey(secrets, list),
        offering_id: offeringId,
        service_code: list.serviceCode,
        ...wishColumns(wishes),
        language: request.language,
        asleep_why: null,
        requested_at: now,
        state_at: now,
        needed_at: now,
        asked_at: null,
        reason_cipher: null,
        closed_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await setPlaces(tx, { entryId: id, offeringIds: [offeringId, ...others] });
    await tellEntry(tx, { kind: 'waiting-joined', entryId: id, about: id, at: now });
    await askForSeats(tx, { entryId: id, at: now });
    return { ok: true, entryId: id };
  } catch (error) {
    if (brokenConstraint(error)?.startsWith('waiting_entry_one_live') === true)
      return { ok: false, reason: 'already-waiting' };
    throw error;
  }
}

export function wishColumns(wishes: Wishes) {
  return {
    party: wishes.party,
    weekdays: [...wishes.weekdays],
    from_day: wishes.fromDay,
    to_day: wishes.toDay,
    from_time: wishes.fromTime?.toString() ?? null,
    to_time: wishes.toTime?.toString() ?? null,
  };
}

/** The lists an entry stands in from now on. */
export async function setPlaces(tx: Tx, request: { entryId: string; offeringIds: readonly number[] }): Promise<void> {
  const { entryId, offeringIds } = request;
  await tx.deleteFrom('waiting_place').where('entry_id', '=', entryId).execute();
  await sql`
    INSERT INTO waiting_place (offering_id, entry_id) SELECT DISTINCT unnest(${[...offeringIds]}::int[]), ${entryId}::bigint`.execute(
    tx,
  );
}

export async function mayChoose(tx: Tx, offeringId: number, others: readonly number[]): Promise<boolean> {
  if (others.length === 0) return true;
  const known = new Set((await otherOffices(tx, offeringId)).map((office) => office.offeringId));
  return others.every((other) => known.has(other));
}

async function listOf(tx: Tx, { offeringId, accountId }: { offeringId: number; accountId: number }) {
  const { rows } = await sql<{
    serviceCode: string;
    partyMax: number;
    isOn: boolean;
    isOpen: boolean;
    isBooked: boolean;
    personKey: Buffer | null;
    givenName: string;
    familyName: string;
    birthDate: Temporal.PlainDate | null;
  }>`
    SELECT o.service_code AS "serviceCode", o.party_max AS "partyMax", o.waiting_list AND o.active AND NOT o.invite_only AS "isOn",
           coalesce(w.open, true) AS "isOpen", a.person_key AS "personKey",
           a.given_name AS "givenName", a.family_name AS "familyName", a.birth_date AS "birthDate",
           EXISTS (SELECT FROM booking_person bp WHERE bp.person_key = a.person_key AND bp.service_code = o.service_code
                   AND bp.live) AS "isBooked"
    FROM offering o CROSS JOIN account a LEFT JOIN waiting_list w ON w.offering_id = o.id
    WHERE o.id = ${offeringId} AND a.id = ${accountId}`.execute(tx);
  return rows[0];
}
