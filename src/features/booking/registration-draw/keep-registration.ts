import { randomBytes } from 'node:crypto';
import { shareRoom } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Wishes } from '../waiting-list/wishes.rules.ts';
import { type KeptAnswers, sealAnswers } from './answers.ts';
import { registrationDrawById, stageOf } from './registration-draw.query.ts';
import type { DrawPlace } from './seats-offered.query.ts';
import { type RegistrationNotice, tellRegistrations } from './tell-registration.ts';
import { keepWishes, wishesHash, wishesText } from './wishes-kept.ts';

export type RegistrationRefusal = 'not-open' | 'closed' | 'cancelled' | 'not-found';

interface OneTicket {
  readonly roomId: number;
  readonly number: number;
  readonly now: Temporal.Instant;
}

/** When and where somebody could come; the offices as they take part in the draw, the one preferred first. */
export interface Preferences {
  readonly wishes: Wishes;
  readonly places: readonly Pick<DrawPlace, 'offeringId' | 'officeCode'>[];
  /** to be put on the waiting list if there is no seat */
  readonly wantsWaiting: boolean;
}

/** The same, with all that is known of the offices. */
export type PlacedPreferences = Omit<Preferences, 'places'> & { readonly places: readonly DrawPlace[] };

/** Keeps with a ticket what its people wish and all that their booking will need. Asked again, the last one counts. */
export async function keepRegistration(
  tx: Tx,
  secrets: Secrets,
  request: OneTicket & {
    accountId: number | null;
    preferences: Preferences;
    answers: KeptAnswers;
    quotaGroup: string;
  },
): Promise<Outcome<object, RegistrationRefusal>> {
  const { roomId, number, now, accountId, preferences, answers, quotaGroup } = request;
  const closed = await whyClosed(tx, request);
  if (closed) return { ok: false, reason: closed };
  const salt = randomBytes(16).toString('hex');
  const columns = preferenceColumns(salt, preferences);
  const rest = { quota_group: quotaGroup, answers_cipher: sealAnswers(secrets, answers), changed_at: now };
  const { registered_at: registeredAt } = await tx
    .insertInto('registration')
    .values({ room_id: roomId, number, account_id: accountId, registered_at: now, ...columns, ...rest })
    .onConflict((on) => on.columns(['room_id', 'number']).doUpdateSet({ ...columns, ...rest }))
    .returning('registered_at')
    .executeTakeFirstOrThrow();
  await tell(tx, registeredAt.equals(now) ? 'registration-received' : 'registration-changed', request);
  return { ok: true };
}

/** Changes what somebody wishes, until the registration closes; who comes stays as it was. */
export async function changePreferences(
  tx: Tx,
  request: OneTicket & { preferences: Preferences },
): Promise<Outcome<object, RegistrationRefusal>> {
  const { roomId, number, now, preferences } = request;
  const closed = await whyClosed(tx, request);
  if (closed) return { ok: false, reason: closed };
  const changed = await tx
    .updateTable('registration')
    .set({ ...preferenceColumns(randomBytes(16).toString('hex'), preferences), changed_at: now })
    .where('room_id', '=', roomId)
    .where('number', '=', number)
    .returning('number')
    .executeTakeFirst();
  if (changed === undefined) return { ok: false, reason: 'not-found' };
  await tell(tx, 'registration-changed', request);
  return { ok: true };
}

/** Why nothing can be changed at this instant; nobody closes the draw until the transaction ends. */
export async function whyClosed(
  tx: Tx,
  { roomId, now }: Pick<OneTicket, 'roomId' | 'now'>,
): Promise<Exclude<RegistrationRefusal, 'not-found'> | undefined> {
  await shareRoom(tx, roomId);
  const draw = await registrationDrawById(tx, roomId);
  const stage = draw && draw.fixedAt === null ? stageOf(draw, now) : 'closed';
  if (stage === 'open') return undefined;
  return stage === 'announced' ? 'not-open' : stage === 'cancelled' ? 'cancelled' : 'closed';
}

function preferenceColumns(salt: string, { wishes, places, wantsWaiting }: Preferences) {
  const kept = keepWishes(wishes);
  const text = wishesText(
    kept,
    places.map(({ officeCode }) => officeCode),
  );
  return {
    wishes: JSON.stringify(kept),
    offering_ids: places.map(({ offeringId }) => offeringId),
    salt,
    wishes_hash: wishesHash(salt, text),
    wants_waiting: wantsWaiting,
  };
}

function tell(tx: Tx, kind: RegistrationNotice['kind'], { roomId, number, now }: OneTicket): Promise<void> {
  return tellRegistrations(tx, { kind, who: [{ roomId, number }], at: now });
}
