export {
  endAssignedRoom,
  lockRoom,
  settleAssigned,
  settleCancelled,
  settleNotDrawn,
  shareRoom,
} from './settle-tickets.ts';
export { resetWeights, setWeights } from './weights.ts';
export { type ReleaseBeside, releasesBeside, shareRoomWith } from './share-room.ts';
