/** What an operator looks at of the queue. */
export const queueStates = ['all', 'to-examine', 'mine', 'others', 'waiting', 'overdue'] as const;
export type QueueState = (typeof queueStates)[number];

export const queueOrders = ['appointment', 'deadline'] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** Where a page of the queue ended: overdue ones come before all others, then by instant and id. */
export interface QueuePlace {
  readonly late: boolean;
  readonly at: Temporal.Instant;
  readonly id: string;
}

export function writeQueuePlace({ late, at, id }: QueuePlace): string {
  return `${late ? 'a' : 'b'}${at.toString()}~${id}`;
}

/** The place that an address names; undefined for one that nobody made. */
export function readQueuePlace(text: string): QueuePlace | undefined {
  const [, group, at, id] = /^([ab])([\dTZ:.-]{20,35})~(\d{1,18})$/.exec(text) ?? [];
  if (at === undefined || id === undefined) return undefined;
  try {
    return { late: group === 'a', at: Temporal.Instant.from(at), id };
  } catch {
    return undefined;
  }
}
