import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { makeCode } from '#features/booking/index.ts';
import { personKey } from '#features/identity/index.ts';
import { partyOf, scatter, seatsTaken } from './create-demand.ts';
import { inventedPerson } from './create-invented-person.ts';
import type { DemoPlanner } from './create-offices.ts';

/** Invented people are numbered: these come after all citizens that load generators ask for. */
const firstInvented = 400_000;
const atOnce = 2_000;

interface SlotSeats {
  id: string;
  capacity: number;
  day: Temporal.PlainDate;
}

interface Group {
  readonly slot: string;
  readonly planner: DemoPlanner;
  readonly offering: { readonly id: number; readonly service: string };
  readonly party: number;
  readonly first: number;
}

/**
 * People who came before the visitor of the demo: bookings made at the desk, so that nobody has to confirm them and no
 * e-mail leaves. The slots must be new in this transaction: nobody else can have seen them.
 */
export async function createBookings(
  tx: Tx,
  request: { planners: readonly DemoPlanner[]; secrets: Secrets; now: Temporal.Instant },
): Promise<number> {
  const groups: Group[] = [];
  let next = firstInvented;
  for (const planner of request.planners) {
    const slots = await tx
      .selectFrom('slot')
      .select(['id', 'capacity', 'day'])
      .where('planner_id', '=', planner.id)
      .where('opens_at', '<=', request.now)
      .orderBy('starts_at')
      .execute();
    for (const group of groupsFor(planner, slots, request.now, next)) {
      groups.push(group);
      next += group.party;
    }
  }
  for (let from = 0; from < groups.length; from += atOnce) {
    await insertGroups(tx, { groups: groups.slice(from, from + atOnce), secrets: request.secrets, now: request.now });
  }
  return groups.length;
}

function groupsFor(planner: DemoPlanner, slots: readonly SlotSeats[], now: Temporal.Instant, first: number): Group[] {
  const today = now.toZonedDateTimeISO(planner.office.timeZone).toPlainDate();
  const most = planner.office.kind === 'municipal' ? 2 : 4;
  const groups: Group[] = [];
  let next = first;
  for (const [index, slot] of slots.entries()) {
    const at = today.until(slot.day).days / planner.plan.horizonDays;
    let seats = seatsTaken(planner.plan.demand, { capacity: slot.capacity, at, chance: scatter(planner.id, index) });
    while (seats > 0) {
      const party = Math.min(seats, partyOf(scatter(next, index), most));
      const offering = planner.offerings[next % planner.offerings.length];
      if (offering === undefined) throw new Error(`The planner ${planner.plan.name} has no service`);
      groups.push({ slot: slot.id, planner, offering, party, first: next });
      next += party;
      seats -= party;
    }
  }
  return groups;
}

async function insertGroups(
  tx: Tx,
  request: { groups: readonly Group[]; secrets: Secrets; now: Temporal.Instant },
): Promise<void> {
  const { groups, secrets } = request;
  const now = request.now.toString();
  const rows = groups.map((group) => ({
    code: makeCode(randomBytes(16)),
    slot: group.slot,
    office: group.planner.office.id,
    offering: group.offering.id,
    service: group.offering.service,
    party: group.party,
    people: Array.from({ length: group.party }, (_, position) => personRow(group.first + position, position, secrets)),
  }));
  await sql`
    WITH wanted AS (
      SELECT r.*, slot.planner_id, slot.starts_at, slot.ends_at
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
        code text, slot bigint, office int, offering int, service text, party int, people jsonb)
      JOIN slot ON slot.id = r.slot
    ), seats AS (
      UPDATE slot SET taken = taken + given.party
      FROM (SELECT slot, sum(party)::int AS party FROM wanted GROUP BY slot) AS given WHERE slot.id = given.slot
    ), made AS (
      INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at,
        party, channel, status, language, confirm_by, reminded_at, cancel_closes_at, created_at)
      SELECT code, office, offering, service, planner_id, ARRAY[slot], slot, starts_at, ends_at, party, 'desk', 'confirmed',
        'it', 'nobody', ${now}::timestamptz, starts_at, ${now}::timestamptz
      FROM wanted RETURNING id, code
    ), history AS (
      INSERT INTO booking_event (booking_id, at, kind, actor, detail)
      SELECT id, ${now}::timestamptz, 'created', 'office', '{"channel": "desk", "status": "confirmed"}' FROM made
    )
    INSERT INTO booking_person (booking_id, position, given_name, family_name, birth_date, birth_place, relationship,
      codice_fiscale_cipher, codice_fiscale_key, person_key, service_code)
    SELECT made.id, p.position, p.given_name, p.family_name, p.birth_date, p.birth_place, p.relationship,
      decode(p.cipher, 'hex'), decode(p.key, 'hex'), decode(p.person_key, 'hex'), wanted.service
    FROM made JOIN wanted USING (code), jsonb_to_recordset(wanted.people) AS p (
      position int, given_name text, family_name text, birth_date date, birth_place text, relationship text, cipher text,
      key text, person_key text)`.execute(tx);
}

function personRow(n: number, position: number, secrets: Secrets) {
  const person = inventedPerson(n);
  return {
    position,
    given_name: person.givenName,
    family_name: person.familyName,
    birth_date: person.birthDate.toString(),
    birth_place: person.birthPlace,
    relationship: position === 0 ? 'self' : 'sibling',
    cipher: secrets.encrypt(person.codiceFiscale).toString('hex'),
    key: secrets.hash('codice-fiscale', person.codiceFiscale).toString('hex'),
    person_key: personKey(secrets, person).toString('hex'),
  };
}
