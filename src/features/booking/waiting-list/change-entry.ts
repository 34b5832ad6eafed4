import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { mayChoose, setPlaces, wishColumns } from './join.ts';
import { endEntry } from './end-entry.ts';
import { lockEntry } from './lock-entry.ts';
import { askForSeats, tellEntry } from './tell-entry.ts';
import type { Wishes } from './wishes.rules.ts';

export type EntryRefusal = 'not-found' | 'not-waiting';

interface OneEntry {
  readonly entryId: string;
  readonly now: Temporal.Instant;
}

/** Changes when and where somebody could come; their place stays. A seat that is offered stays offered. */
export async function changeWishes(
  tx: Tx,
  request: OneEntry & { wishes: Wishes; others: readonly number[] },
): Promise<Outcome<object, EntryRefusal | 'unknown-office' | 'party-too-large' | 'party-while-offered'>> {
  const { entryId, wishes, others } = request;
  const entry = await lockEntry(tx, entryId);
  if (entry === undefined) return { ok: false, reason: 'not-found' };
  if (!isLive(entry.state)) return { ok: false, reason: 'not-waiting' };
  if (entry.offer && entry.party !== wishes.party) return { ok: false, reason: 'party-while-offered' };
  if (!(await mayChoose(tx, entry.offeringId, others))) return { ok: false, reason: 'unknown-office' };
  const { partyMax } = await tx
    .selectFrom('offering')
    .select('party_max as partyMax')
    .where('id', '=', entry.offeringId)
    .executeTakeFirstOrThrow();
  if (wishes.party > partyMax) return { ok: false, reason: 'party-too-large' };
  await tx.updateTable('waiting_entry').set(wishColumns(wishes)).where('id', '=', entryId).execute();
  await setPlaces(tx, { entryId, offeringIds: [entry.offeringId, ...others] });
  await wake(tx, request);
  return { ok: true };
}

/** The person says that it is still needed: a sleeping entry is offered seats again, at its old place. */
export async function sayStillNeeded(tx: Tx, request: OneEntry): Promise<Outcome<object, EntryRefusal | 'days-over'>> {
  const entry = await lockEntry(tx, request.entryId);
  if (entry === undefined) return { ok: false, reason: 'not-found' };
  if (!isLive(entry.state)) return { ok: false, reason: 'not-waiting' };
  // No seat could suit: they have to say on what other days they could come.
  if (entry.asleepWhy === 'days-over') return { ok: false, reason: 'days-over' };
  await wake(tx, request);
  return { ok: true };
}

/** The person leaves the list; a seat offered goes to whoever is next. Said twice, it is done once. */
export async function leaveList(tx: Tx, { entryId, now }: OneEntry): Promise<Outcome<object, EntryRefusal>> {
  const entry = await lockEntry(tx, entryId);
  if (entry === undefined) return { ok: false, reason: 'not-found' };
  if (entry.state === 'left') return { ok: true };
  if (!isLive(entry.state)) return { ok: false, reason: 'not-waiting' };
  await endEntry(tx, entry, { state: 'left', now });
  return { ok: true };
}

/** The office takes an entry off its list, with a reason that the person reads. */
export async function removeEntry(
  tx: Tx,
  secrets: Secrets,
  request: OneEntry & { operatorId: number; reason: string },
): Promise<Outcome<object, EntryRefusal>> {
  const { entryId, operatorId, reason, now } = request;
  const entry = await lockEntry(tx, entryId);
  if (entry === undefined) return { ok: false, reason: 'not-found' };
  if (!isLive(entry.state)) return { ok: false, reason: 'not-waiting' };
  await endEntry(tx, entry, { state: 'removed', now, by: operatorId, reason: secrets.encrypt(reason) });
  await tellEntry(tx, { kind: 'waiting-removed', entryId, about: entryId, at: now });
  return { ok: true };
}

async function wake(tx: Tx, { entryId, now }: OneEntry): Promise<void> {
  const woken = await tx
    .updateTable('waiting_entry')
    .set({ state: 'waiting', asleep_why: null, state_at: now })
    .where('id', '=', entryId)
    .where('state', '=', 'asleep')
    .returning('id')
    .executeTakeFirst();
  const seen = { needed_at: now, asked_at: null, ...(woken && { lapses: 0 }) };
  await tx.updateTable('waiting_entry').set(seen).where('id', '=', entryId).execute();
  await askForSeats(tx, { entryId, at: now });
}

function isLive(state: string): boolean {
  return state === 'waiting' || state === 'asleep';
}
