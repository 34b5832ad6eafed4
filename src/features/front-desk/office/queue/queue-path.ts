import { type QueueOrder, queueOrders, type QueueState, queueStates, readQueuePlace } from '#features/booking/index.ts';
import type { Office } from '#features/offices/index.ts';
import { queryText } from '#platform/http/query.ts';
import { deskPath } from '../../at-office.ts';

/** What an address says of the queue; anything else counts as not said. */
export interface QueueLook {
  readonly state: QueueState;
  readonly order: QueueOrder;
  /** code of a service */
  readonly service: string | undefined;
  readonly after: ReturnType<typeof readQueuePlace>;
}

export function readQueueLook(query: unknown): QueueLook {
  const state = queueStates.find((one) => one === queryText(query, 'state')) ?? 'all';
  const order = queueOrders.find((one) => one === queryText(query, 'order')) ?? 'appointment';
  const service = /^[a-z0-9-]{1,80}$/.exec(queryText(query, 'service'))?.[0];
  return { state, order, service, after: readQueuePlace(queryText(query, 'after')) };
}

export function queuePath(
  office: Pick<Office, 'code'>,
  look: { state?: QueueState; order?: QueueOrder; service?: string | undefined; after?: string },
): string {
  const query = new URLSearchParams();
  if (look.state && look.state !== 'all') query.set('state', look.state);
  if (look.order && look.order !== 'appointment') query.set('order', look.order);
  if (look.service) query.set('service', look.service);
  if (look.after) query.set('after', look.after);
  const text = query.toString();
  return `${deskPath(office, 'queue')}${text === '' ? '' : `?${text}`}`;
}
