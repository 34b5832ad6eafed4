export {
  endAssignedRoom,
  lockRoom,
  settleAssigned,
  settleCancelled,
  settleNotDrawn,
  shareRoom,
} from './settle-tickets.ts';
export { resetWeights, setWeights } from './weights.ts';
