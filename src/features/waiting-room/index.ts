import './tables.ts';

export type { RoomNow, Rooms, Standing } from './turns/rooms.ts';
export type { Device, Mixing, Ordering, TicketState } from './tables.ts';
