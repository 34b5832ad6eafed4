import type { FastifyInstance } from 'fastify';
import type { SeatEngine } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { addAgendaApi } from './api/agenda.api.ts';
import { addClearancesApi } from './api/clearances.api.ts';
import { addDeskBookingsApi } from './api/bookings.api.ts';
import { addNewBookingApi } from './api/new-booking.api.ts';
import { addPhotoDecisionApi } from './api/photo-decision.api.ts';
import { addPhotosApi } from './api/photos.api.ts';
import { addAgendaPage } from './office/agenda/agenda.route.tsx';
import type { MessagesOf } from './booking-messages.ts';
import { addPriorityProof } from './office/booking/priority.route.ts';
import { addBookingPages } from './office/booking/booking.route.tsx';
import { addAttachmentDownload } from './office/booking/attachment.route.ts';
import { addIdentifyPages } from './office/identify/identify.route.tsx';
import { addRemovePage } from './office/booking/remove.route.tsx';
import { withFileForms } from '#features/booking/index.ts';
import { addDeskDelivery } from './office/completion/delivery.route.tsx';
import { addDeskPhoto } from './office/completion/photo.route.tsx';
import { addContactPage } from './office/booking/contact.route.tsx';
import { addChargePages } from './office/booking/charge.route.tsx';
import { addComposePages } from './office/mass/compose.route.tsx';
import { addMassMovePage } from './office/mass/move.route.tsx';
import { addMassResults } from './office/mass/result.route.tsx';
import { addSelectionPage } from './office/mass/selection.route.tsx';
import { addMovePage } from './office/booking/move.route.tsx';
import { addDayOnPaper } from './office/agenda/day-print.route.tsx';
import { addNewBookingPages } from './office/new-booking/new-booking.route.tsx';
import { addClearancePage } from './office/clearance/clearance.route.tsx';
import { addClearanceFiles } from './office/clearance/certified.route.ts';
import { addClearanceInbox } from './office/clearance-inbox/inbox.route.tsx';
import { addClearanceRequest } from './office/clearance-inbox/request.route.tsx';
import { addClearancesPage } from './office/clearance/clearances.route.tsx';
import { addPhotosPage } from './office/photos/photos.route.tsx';
import { addExaminePages } from './office/queue/examine.route.tsx';
import { addNamingPage } from './office/queue/naming.route.tsx';
import { addQueuePage } from './office/queue/queue.route.tsx';
import { addAllAgendas } from './office/all/all-agendas.route.tsx';
import { addOtherOffices } from './other-offices.ts';
import { addOfficesPage } from './office/offices.route.tsx';
import { addOwnBookings } from './office/own/own-bookings.route.tsx';
import { addReceiptPage } from './office/booking/receipt.route.tsx';
import { addRequestPage } from './office/booking/request.route.tsx';
import { addSearchPage } from './office/search.route.tsx';
import { addToDoPage } from './office/to-do/to-do.route.tsx';
import { addDrawDesk } from './office/registration-draw/draw-desk.route.tsx';
import { addWaitingListDesk } from './office/waiting-list/waiting-list.route.tsx';

/**
 * The day at the office: agenda, bookings and what operators do with them, as pages and over HTTP. `messagesOf`: the
 * e-mails of a booking, from whoever sends them.
 */
export function addFrontDesk(
  app: FastifyInstance,
  deps: Deps,
  engine: SeatEngine,
  { messagesOf }: { messagesOf: MessagesOf },
): void {
  addOtherOffices(app, deps);
  addOfficesPage(app, deps);
  addAllAgendas(app, deps);
  addAgendaPage(app, deps);
  addDayOnPaper(app, deps);
  addSearchPage(app, deps);
  addNewBookingPages(app, deps, engine);
  addOwnBookings(app, deps);
  addBookingPages(app, deps, messagesOf);
  addPriorityProof(app, deps);
  addAttachmentDownload(app, deps);
  addRemovePage(app, deps);
  addContactPage(app, deps);
  withFileForms(app, deps, addDeskPhoto);
  addDeskDelivery(app, deps);
  addIdentifyPages(app, deps);
  addChargePages(app, deps);
  addMovePage(app, deps, engine);
  addRequestPage(app, deps);
  addToDoPage(app, deps);
  addQueuePage(app, deps);
  addNamingPage(app, deps);
  addPhotosPage(app, deps);
  addExaminePages(app, deps);
  addClearancesPage(app, deps);
  addClearancePage(app, deps);
  addClearanceFiles(app, deps);
  addClearanceInbox(app, deps);
  addClearanceRequest(app, deps);
  addReceiptPage(app, deps);
  addWaitingListDesk(app, deps);
  addDrawDesk(app, deps);
  addSelectionPage(app, deps);
  addComposePages(app, deps);
  addMassMovePage(app, deps);
  addMassResults(app, deps);
  addAgendaApi(app, deps);
  addClearancesApi(app, deps);
  addNewBookingApi(app, deps, engine);
  addPhotosApi(app, deps);
  addPhotoDecisionApi(app, deps);
  addDeskBookingsApi(app, deps);
}
