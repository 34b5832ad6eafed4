export { endAssignedRoom, lockRoom, settleAssigned, settleNotDrawn, shareRoom } from './settle-tickets.ts';
export { resetWeights, setWeights } from './weights.ts';
