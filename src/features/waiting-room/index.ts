import './tables.ts';

export { createRooms, type RoomNow, type Rooms, type Standing } from './turns/rooms.ts';
export { type ClosedSeats, createGate, type Gate, type GateRefusal, openGate } from './gate/gate.ts';
export { isForTicket, pseudonymOf, sealPeople, type TicketPerson } from './ticket/ticket-people.ts';
export { settleTicket } from './ticket/settle-ticket.ts';
export { type JoinOutcome, type JoinRefusal, takeTicket } from './ticket/take-ticket.ts';
export { leaveRoom } from './ticket/leave-room.ts';
export { addPolls } from './api/polls.ts';
export { addQueueApi } from './api/queue.api.ts';
export { waitingRoomCrontab, waitingRoomTasks } from './room/forget-tickets.job.ts';
export { keepRooms } from './room/keep-rooms.ts';
export { roomLoops } from './room/room-loops.ts';
export { deviceOf } from './ticket/device.rules.ts';
export type { Device, Mixing, Ordering, TicketState } from './tables.ts';
export * from './assigned/offered.ts';
export * from './draw/offered.ts';
export * from './citizen/offered.ts';
export * from './office/rule/offered.ts';
