export {
  completableOf,
  completeUntil,
  isComplete,
  mayComplete,
  missingOf,
  type PhotoOfBooking,
  takesMore,
} from './completion.rules.ts';
export type { Delivery } from '../delivery/delivery.rules.ts';
export { readDelivery } from '../delivery/read-delivery.ts';
