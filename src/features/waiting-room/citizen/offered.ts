export { ticketPath } from './paths.ts';
export { ticketNews, type TicketNews, type TicketNotice } from '../ticket/ticket-notice.ts';
export { ticketToTell, type TicketToTell } from '../ticket/ticket-to-tell.query.ts';
export { signTicket } from '../ticket/ticket-name.ts';
