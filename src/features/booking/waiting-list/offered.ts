export {
  type Entry as WaitingEntry,
  entryById,
  openSeat,
  type SeatOffer as WaitingSeat,
} from './entry.query.ts';
export { placeKeptUntil } from './entry.rules.ts';
export { removeEntry } from './change-entry.ts';
export { joinList } from './join.ts';
export { offerByHand, type HandOfferRefusal } from './offer-by-hand.ts';
export {
  entriesOfList,
  type ListedEntry,
  listsOfOffice,
  type OfficeList,
  seatsToOffer,
  type SeatToOffer,
} from './office-lists.query.ts';
export { saveList } from './save-list.ts';
export { waitingNews } from './tell-entry.ts';
export { waitingLink } from './waiting-link.ts';
export { offerFreedSeats } from './offer-seats.job.ts';
export type { Wishes } from './wishes.rules.ts';
