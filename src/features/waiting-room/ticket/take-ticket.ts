import { personKey } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Device } from '../tables.ts';
import type { RoomNow, Rooms } from '../turns/rooms.ts';
import type { JoinStatus } from './join-batch.ts';
import { pseudonymOf, sealPeople, type TicketPerson } from './ticket-people.ts';
import { signTicket, type TicketName } from './ticket-name.ts';

export type JoinRefusal = Exclude<JoinStatus, 'joined' | 'there'>;

export type JoinOutcome = Outcome<
  {
    /** as its holder keeps it */
    readonly ticket: string;
    readonly name: TicketName;
    /** this account had it already, perhaps for somebody else */
    readonly wasThere: boolean;
    /** of the first person asked for */
    readonly pseudonym: string;
  },
  JoinRefusal
>;

/**
 * A place in a room for some people, asked for by an account whose address is proved. Asked again it is the same place,
 * whatever the device; a person has one, whatever the account.
 */
export async function takeTicket(
  deps: Pick<Deps, 'db' | 'secrets'>,
  rooms: Pick<Rooms, 'join'>,
  request: {
    readonly room: Pick<RoomNow, 'id' | 'code'>;
    readonly offeringId: number;
    readonly accountId: number | null;
    /** the operator who enters somebody without an account, and whether they see who it is */
    readonly entered?: { readonly by: number; readonly proved: boolean } | undefined;
    /** `personKey` of the account's own person, where the caller knows it */
    readonly ownKey?: Buffer | null | undefined;
    /** checked; the place is derived from the first */
    readonly people: readonly TicketPerson[];
    readonly weight?: number | undefined;
    readonly channel: string;
    readonly language: string;
    readonly device: Device;
    readonly now: Temporal.Instant;
  },
): Promise<JoinOutcome> {
  const { room, accountId, entered } = request;
  const keys = request.people.map((person) => personKey(deps.secrets, person));
  const [first] = keys;
  if (first === undefined) throw new Error('a ticket is for somebody');
  const pseudonym = pseudonymOf(deps.secrets, { roomCode: room.code, key: first });
  const answer = await rooms.join({
    roomId: room.id,
    offeringId: request.offeringId,
    accountId,
    enteredBy: entered?.by ?? null,
    pseudonym,
    keys,
    people: sealPeople(deps.secrets, request.people),
    own: accountId !== null && (await isOwnPerson(deps, { accountId, key: first, known: request.ownKey })),
    proved: entered?.proved ?? false,
    weight: request.weight ?? 1,
    channel: request.channel,
    language: request.language,
    device: request.device,
    now: request.now,
  });
  // Asked again because the first answer was lost, when the room is over already: what became of the place is told by it.
  const before =
    answer.status === 'over' && accountId !== null && (await ownTicket(deps, { roomId: room.id, accountId }));
  if (before) return { ok: true, ticket: signTicket(deps.secrets, before), name: before, wasThere: true, pseudonym };
  if (answer.status !== 'joined' && answer.status !== 'there') return { ok: false, reason: answer.status };
  const { number, offeringId, joinedAt } = answer;
  const name = { roomId: room.id, number, offeringId, joinedAt };
  return { ok: true, ticket: signTicket(deps.secrets, name), name, wasThere: answer.status === 'there', pseudonym };
}

async function ownTicket(
  { db }: Pick<Deps, 'db'>,
  { roomId, accountId }: { roomId: number; accountId: number },
): Promise<TicketName | undefined> {
  return db
    .selectFrom('ticket')
    .select(['room_id as roomId', 'number', 'offering_id as offeringId', 'joined_at as joinedAt'])
    .where('room_id', '=', roomId)
    .where('account_id', '=', accountId)
    .where('state', 'not in', ['left', 'displaced'])
    .orderBy('number', 'desc')
    .executeTakeFirst();
}

async function isOwnPerson(
  { db }: Pick<Deps, 'db'>,
  { accountId, key, known }: { accountId: number; key: Buffer; known: Buffer | null | undefined },
): Promise<boolean> {
  if (known !== undefined) return known?.equals(key) ?? false;
  const row = await db.selectFrom('account').select('person_key').where('id', '=', accountId).executeTakeFirst();
  return row?.person_key?.equals(key) ?? false;
}
