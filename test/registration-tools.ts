import { sql } from 'kysely';
import { assignRegistrations, type BookedPerson, keepRegistration, type Wishes } from '#features/booking/index.ts';
import { personKey } from '#features/identity/index.ts';
import { announceDraw } from '../src/features/waiting-room/draw/announce-draw.ts';
import { closeDraw } from '../src/features/waiting-room/draw/close-draw.ts';
import { drawRoom } from '../src/features/waiting-room/draw/draw-room.ts';
import { pseudonymOf } from '../src/features/waiting-room/ticket/ticket-people.ts';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from './booking-tools.ts';
import { buildOffice, type BuiltOffice, type OfficeWish } from './build-office.ts';
import type { TestDeps } from './deps.ts';
import { anyTime } from './waiting-tools.ts';

export interface BuiltDraw extends BuiltOffice {
  readonly roomId: number;
  readonly code: string;
}

let made = 0;

/** Registration draws from the first registration to the last seat, by the real draw. */
export function registrationTools(deps: { readonly current: TestDeps }) {
  const tools = bookingTools(deps);
  const now = () => deps.current.clock.now();

  /** An office whose seats are given by a registration draw: open now, closes in a day, the seats open in two. */
  async function officeWithDraw(wish: OfficeWish = {}, planners: readonly number[] = []): Promise<BuiltDraw> {
    const { db } = deps.current;
    const opensAt = now().add({ hours: 48 });
    const office = await buildOffice(db, { opensAt: opensAt.toString(), ...wish });
    made += 1;
    const code = `batch-${office.plannerId}-${made}`;
    const { rows } = await sql<{ id: number }>`
      INSERT INTO room (code, office_id, cause, ordering, state, joins_at, closes_at, opens_at, gated_from, gated_to, created_at)
      VALUES (${code}, ${office.officeId}, 'planned', 'registration-draw', 'joining', ${now()}, ${now().add({ hours: 24 })},
              ${opensAt}, ${opensAt}, ${opensAt}, ${now()}) RETURNING id`.execute(db);
    const roomId = rows[0]?.id ?? 0;
    await sql`INSERT INTO room_planner SELECT ${roomId}, unnest(${[office.plannerId, ...planners]}::int[])`.execute(db);
    const announced = await transact(db, (tx) =>
      announceDraw(tx, deps.current.secrets, { roomId, mixing: null, unmixedReason: 'a test', now: now() }),
    );
    if (!announced.ok) throw new Error(announced.reason);
    return { ...office, roomId, code };
  }

  interface Entry {
    wishes?: Partial<Wishes>;
    offices?: readonly BuiltOffice[];
    people?: readonly BookedPerson[];
    wantsWaiting?: boolean;
    weight?: number;
    quotaGroup?: string;
    accountId?: number;
  }

  async function registered(draw: BuiltDraw, entry: Entry = {}): Promise<{ number: number; accountId: number }> {
    const { db, secrets } = deps.current;
    const people = entry.people ?? [tools.somebody()];
    const keys = people.map((person) => personKey(secrets, person));
    const accountId = entry.accountId ?? (await tools.newAccount());
    const [key = Buffer.alloc(0)] = keys;
    await sql`UPDATE account SET person_key = ${key} WHERE id = ${accountId}`.execute(db);
    const { rows } = await sql<{ number: number }>`
      WITH r AS (UPDATE room SET last_number = last_number + 1 WHERE id = ${draw.roomId} RETURNING last_number AS number)
      INSERT INTO ticket (room_id, number, offering_id, account_id, pseudonym, party, people_cipher, weight, channel, language, device, joined_at)
      SELECT ${draw.roomId}, number, ${draw.offeringId}, ${accountId}, ${pseudonymOf(secrets, { roomCode: draw.code, key })},
             ${people.length}, ${Buffer.alloc(0)}, ${entry.weight ?? 1}, 'web', 'it', 'computer', ${now()} FROM r RETURNING number`.execute(
      db,
    );
    const number = rows[0]?.number ?? 0;
    await sql`INSERT INTO ticket_person SELECT ${draw.roomId}, ${number}, unnest(${keys}::bytea[])`.execute(db);
    const places = (entry.offices ?? [draw]).map(({ offeringId, officeCode }) => ({ offeringId, officeCode }));
    const wishes = { ...anyTime, party: people.length, ...entry.wishes };
    const outcome = await transact(db, (tx) =>
      keepRegistration(tx, secrets, {
        roomId: draw.roomId,
        number,
        accountId,
        preferences: { wishes, places, wantsWaiting: entry.wantsWaiting ?? false },
        answers: {
          people,
          contactEmail: 'ada@prova.example',
          contactPhone: null,
          reason: null,
          notes: null,
          residence: null,
        },
        quotaGroup: entry.quotaGroup ?? 'web:unsaid',
        now: now(),
      }),
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    return { number, accountId };
  }

  /** Closes the registration and draws, or takes the order given; answers with the numbers in their order. */
  async function drawn(draw: BuiltDraw, places?: readonly number[]): Promise<readonly number[]> {
    const { db, clock } = deps.current;
    const { closesAt } = await db
      .selectFrom('room')
      .select('closes_at as closesAt')
      .where('id', '=', draw.roomId)
      .executeTakeFirstOrThrow();
    if (Temporal.Instant.compare(now(), closesAt) < 0) clock.set(closesAt);
    if (places) await orderedAs(draw, places);
    else await drawRoom(deps.current, { roomId: draw.roomId, now: now() });
    const { places: order } = await db
      .selectFrom('draw')
      .select('places')
      .where('room_id', '=', draw.roomId)
      .executeTakeFirstOrThrow();
    if (order === null) throw new Error('not drawn');
    return order;
  }

  async function orderedAs({ roomId }: BuiltDraw, places: readonly number[]): Promise<void> {
    const { db, secrets } = deps.current;
    await transact(db, async (tx) => ({ ok: (await closeDraw(tx, secrets, { roomId, now: now() })) === 'closed' }));
    await sql`
      UPDATE draw SET places = ${[...places]}, seed = ${'ab'.repeat(32)}, drawn_at = ${now()}, drawn_signature = 'a test'
      WHERE room_id = ${roomId}`.execute(db);
  }

  const assigned = () => assignRegistrations(deps.current);

  async function results(draw: BuiltDraw) {
    const { rows } = await sql<{
      number: number;
      state: string;
      why: string | null;
      slot: string | null;
      weight: number | null;
      waiting: string | null;
    }>`
      SELECT number, state, why, slot_ids[1] AS slot, next_weight AS weight, waiting FROM registration
      WHERE room_id = ${draw.roomId} ORDER BY place, number`.execute(deps.current.db);
    return rows;
  }

  return { ...tools, officeWithDraw, registered, drawn, assigned, results };
}
