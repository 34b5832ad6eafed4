import './tables.ts';

export type { Device, Mixing, Ordering, TicketState } from './tables.ts';
