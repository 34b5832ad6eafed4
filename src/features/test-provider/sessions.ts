import type { Db, Tx } from '#platform/database.ts';
import type { ProfileName } from './profiles.ts';
import './tables.ts';

/** Longer than any login to our site lasts. */
const kept = Temporal.Duration.from({ hours: 24 });

export interface ProviderSession {
  readonly sessionIndex: string;
  readonly nameId: string;
  readonly profile: ProfileName;
  readonly person: string;
  readonly createdAt: Temporal.Instant;
}

/** Keeps a login that was answered; those of yesterday go. */
export async function noteSession(
  tx: Tx,
  request: Omit<ProviderSession, 'createdAt'> & { requestId: string; now: Temporal.Instant },
): Promise<void> {
  const { sessionIndex, nameId, profile, person, requestId, now } = request;
  await tx.deleteFrom('test_provider_session').where('created_at', '<', now.subtract(kept)).execute();
  await tx
    .insertInto('test_provider_session')
    .values({ session_index: sessionIndex, name_id: nameId, profile, person, request_id: requestId, created_at: now })
    .execute();
}

/** A request that was answered before, the latest; for an answer that comes twice. */
export async function answeredBefore(db: Db, profile: ProfileName): Promise<string | undefined> {
  const row = await db
    .selectFrom('test_provider_session')
    .select('request_id')
    .where('profile', '=', profile)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.request_id;
}

/** The logins that nobody has ended, the latest first. */
export async function openSessions(db: Db): Promise<ProviderSession[]> {
  const rows = await db
    .selectFrom('test_provider_session')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    sessionIndex: row.session_index,
    nameId: row.name_id,
    profile: row.profile,
    person: row.person,
    createdAt: row.created_at,
  }));
}

/** Ends a login at the wish of the service provider; false when there is none of that name and index. */
export async function endSession(
  tx: Tx,
  request: { profile: ProfileName; nameId: string; sessionIndex: string; now: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('test_provider_session')
    .set({ ended_at: request.now })
    .where('profile', '=', request.profile)
    .where('name_id', '=', request.nameId)
    .where('session_index', '=', request.sessionIndex)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends a login here; the service provider is about to be told with the message `logoutId`. */
export async function leaveSession(
  tx: Tx,
  request: { sessionIndex: string; logoutId: string; now: Temporal.Instant },
): Promise<ProviderSession | undefined> {
  const row = await tx
    .updateTable('test_provider_session')
    .set({ ended_at: request.now, logout_id: request.logoutId })
    .where('session_index', '=', request.sessionIndex)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      sessionIndex: row.session_index,
      nameId: row.name_id,
      profile: row.profile,
      person: row.person,
      createdAt: row.created_at,
    }
  );
}

/** Whether the provider has asked for a logout with this message. */
export async function hasAsked(db: Db, request: { profile: ProfileName; logoutId: string }): Promise<boolean> {
  const row = await db
    .selectFrom('test_provider_session')
    .select('session_index')
    .where('profile', '=', request.profile)
    .where('logout_id', '=', request.logoutId)
    .executeTakeFirst();
  return row !== undefined;
}
