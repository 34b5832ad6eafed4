import { sql } from 'kysely';
import { makeCodiceFiscale, personKey } from '#features/identity/index.ts';
import { createRooms, type Rooms, takeTicket } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type BuiltOffice, buildOffice, type OfficeWish } from './build-office.ts';

type Instant = Temporal.Instant;

/** Somebody invented, of whom there are as many as one likes. */
export function waitingPerson(n: number) {
  const person = {
    givenName: 'Ada',
    familyName: `Prova${String.fromCharCode(97 + (n % 26))}`,
    birthDate: Temporal.PlainDate.from('1940-01-01').add({ days: n }),
    birthPlace: null,
  };
  const codiceFiscale = makeCodiceFiscale({ ...person, sex: 'F', birthPlaceCode: 'H501' });
  return { ...person, codiceFiscale };
}

/** Verified accounts of waiting people, made in one statement; answers their ids in order. */
export async function waitingAccounts({ db, secrets }: Deps, from: number, to: number): Promise<number[]> {
  const people = Array.from({ length: to - from }, (_, at) => waitingPerson(from + at));
  const { rows } = await sql<{ id: number }>`
    INSERT INTO account (email, email_verified_at, given_name, family_name, birth_date, person_key, created_at)
    SELECT 'waiting-' || u.n || '@demo.example', '2026-11-01', 'Ada', u.family, u.born, u.key, '2026-11-01'
    FROM unnest(${people.map((_, at) => from + at)}::int[], ${people.map(({ familyName }) => familyName)}::text[],
                ${people.map(({ birthDate }) => birthDate.toString())}::date[],
                ${people.map((person) => personKey(secrets, person))}::bytea[]) AS u(n, family, born, key)
    ORDER BY u.n RETURNING id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface BuiltRoom extends BuiltOffice {
  readonly roomId: number;
  readonly code: string;
}

/** An office with seats and a room over all of them; by default turns have begun and nobody was drawn. */
export async function buildRoom(
  deps: Deps,
  wish: OfficeWish & {
    joinsAt?: Instant;
    closesAt?: Instant;
    roomOpensAt?: Instant;
    ordering?: 'first-come' | 'draw' | 'registration-draw';
    turnSeconds?: number;
  } = {},
): Promise<BuiltRoom> {
  const { db, clock } = deps;
  const office = await buildOffice(db, wish);
  const now = clock.now();
  const opensAt = wish.roomOpensAt ?? now;
  const closesAt = wish.closesAt ?? opensAt;
  const code = `test-${office.officeCode}`;
  const { rows } = await sql<{ id: number }>`
    INSERT INTO room (code, office_id, cause, ordering, state, joins_at, closes_at, opens_at, turn_seconds, created_at)
    VALUES (${code}, ${office.officeId}, 'planned', ${wish.ordering ?? 'first-come'}, 'announced', ${wish.joinsAt ?? now}, ${closesAt},
            ${opensAt}, ${wish.turnSeconds ?? 600}, ${now}) RETURNING id`.execute(db);
  const roomId = rows[0]?.id ?? 0;
  await sql`INSERT INTO room_planner VALUES (${roomId}, ${office.plannerId})`.execute(db);
  return { ...office, roomId, code };
}

/** Rooms that move only when a test says so. */
export function stillRooms(deps: Deps): Rooms {
  return createRooms(deps, { beats: false });
}

/** Somebody joins with their own account, or for others. */
export function joinAs(
  deps: Deps,
  rooms: Rooms,
  { room, accountId, people }: { room: BuiltRoom; accountId: number | null; people: readonly number[] },
) {
  return takeTicket(deps, rooms, {
    room: { id: room.roomId, code: room.code },
    offeringId: room.offeringId,
    accountId,
    people: people.map(waitingPerson),
    channel: 'web',
    language: 'it',
    device: 'phone',
    now: deps.clock.now(),
  });
}
