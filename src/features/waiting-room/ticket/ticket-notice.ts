/** What somebody with a ticket is told by e-mail. */
export const ticketNews = [
  'turn-near',
  'turn-come',
  'ticket-displaced',
  'room-over',
  'draw-fixed',
  'draw-late',
] as const;
export type TicketNews = (typeof ticketNews)[number];

/** The payload of the task `notify` about a ticket. */
export interface TicketNotice {
  readonly kind: TicketNews;
  readonly roomId: number;
  readonly number: number;
}
