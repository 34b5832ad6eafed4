export { ownTickets } from './elsewhere/own-tickets.tsx';
export { forgetTicket, queueNotice } from './elsewhere/queue-notice.ts';
export { type RoomNews, roomNews } from './elsewhere/room-news.tsx';
export { addWaitingRoomPages } from './pages.ts';
export { joinPath, ticketPath } from './paths.ts';
export { ticketNews, type TicketNews, type TicketNotice } from '../ticket/ticket-notice.ts';
export { ticketToTell, type TicketToTell } from '../ticket/ticket-to-tell.query.ts';
export { signTicket } from '../ticket/ticket-name.ts';
export { openPeople } from '../ticket/ticket-people.ts';
