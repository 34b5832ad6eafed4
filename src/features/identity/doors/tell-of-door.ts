import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { OwnWay } from './unlink-door.ts';

export const doorChanges = ['linked', 'unlinked', 'joined'] as const;
export type DoorChange = (typeof doorChanges)[number];

/** The owner hears of each way opened or closed: whoever did it may have been somebody else. */
export async function tellOfDoor(
  tx: Tx,
  { accountId, change, way, now }: { accountId: number; change: DoorChange; way: OwnWay; now: Temporal.Instant },
): Promise<void> {
  const payload = { kind: 'door-changed', accountId, change, way, changedAt: now.toString() };
  await enqueue(tx, { task: 'notify', payload, at: now });
}
