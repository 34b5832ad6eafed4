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
export { changeDelivery } from '../delivery/change-delivery.ts';
export { acceptPhoto, proposePhoto, removePhoto } from '../photo/keep-photo.ts';
export { readDelivery } from '../delivery/read-delivery.ts';
