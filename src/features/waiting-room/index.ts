import './tables.ts';

export type { RoomNow, Rooms, Standing } from './turns/rooms.ts';
export type { Device, Mixing, Ordering, TicketState } from './tables.ts';
export { endAssignedRoom, lockRoom, settleAssigned, settleNotDrawn, shareRoom } from './assigned/settle-tickets.ts';
export { resetWeights, setWeights } from './assigned/weights.ts';
export * from './draw/offered.ts';
export * from './citizen/offered.ts';
