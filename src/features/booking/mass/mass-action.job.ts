import { z } from 'zod';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Task } from '#platform/jobs.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';
import { doItem, type MassItem } from './do-item.ts';
import { type MassKind, type MassWords, messagesAMinute } from './mass.rules.ts';

const asked = z.object({ massId: z.uuid() });

/** Cancellations of one run: seconds of work, so a run that was killed is soon made up for. */
const chunk = 100;

/** Goes on with what an office asked for: a hundred cancellations, then the rest; or the messages of one minute. */
export const massAction: Task = async (deps, payload) => {
  const { massId } = asked.parse(payload);
  const kind = await goOn(deps, massId);
  // Messages go on with the clock.
  if (kind !== 'cancel') return;
  await transact(deps.db, async (tx) => {
    await enqueue(tx, { task: 'mass-action', payload: { massId }, at: deps.clock.now() });
    return { ok: true };
  });
};

/** Every minute: the next messages, and whatever a killed worker left behind. */
export const massActions: Task = async (deps) => {
  const { rows } = await waiting(deps.db, deps.clock.now());
  for (const { id } of rows) await goOn(deps, id);
};

/** Does the next items; answers with the kind of an action that has more of them. */
async function goOn(deps: Deps, massId: string): Promise<MassKind | undefined> {
  const action = await deps.db
    .selectFrom('mass_action')
    .select(['id', 'kind', 'words_cipher as words', 'asked_by as askedBy'])
    .where('id', '=', massId)
    .executeTakeFirst();
  if (!action?.words || action.askedBy === null || action.kind === 'move') return undefined;
  const most = action.kind === 'message' ? messagesAMinute : chunk;
  const items = await deps.db
    .selectFrom('mass_item')
    .select(['id', 'booking_id as bookingId'])
    .where('mass_id', '=', massId)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(most)
    .execute();
  const about: Omit<MassItem, 'id' | 'bookingId'> = {
    massId,
    kind: action.kind,
    // Written by us, as MassWords.
    words: JSON.parse(deps.secrets.decrypt(action.words)) as MassWords,
    operatorId: action.askedBy,
    now: deps.clock.now(),
  };
  for (const item of items) await transact(deps.db, (tx) => doItem(tx, deps.secrets, { ...about, ...item }));
  return items.length === most ? action.kind : undefined;
}

/** Actions with something left to do that no job of their own is at. */
async function waiting(db: Db, now: Temporal.Instant) {
  const rows = await db
    .selectFrom('mass_action')
    .select('id')
    .where('kind', '<>', 'move')
    .where('created_at', '<', now.subtract({ seconds: 30 }))
    .where('created_at', '>', now.subtract({ hours: 24 * 7 }))
    .where((on) =>
      on.exists(
        on
          .selectFrom('mass_item')
          .select('mass_item.id')
          .whereRef('mass_item.mass_id', '=', 'mass_action.id')
          .where('mass_item.state', '=', 'waiting'),
      ),
    )
    .orderBy('created_at')
    .limit(20)
    .execute();
  return { rows };
}
