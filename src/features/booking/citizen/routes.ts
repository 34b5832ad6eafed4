import type { FastifyInstance } from 'fastify';
import type { Gate } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { addReceiptApi } from '../receipt/receipt.api.ts';
import type { SeatEngine } from '../seats/engine.ts';
import { addBookingPages } from './own/booking.route.tsx';
import { addCloseAccount } from './account/close-account.route.tsx';
import { withFileForms } from '../attachments/routes.ts';
import { addDeliveryPage } from './completion/delivery.route.tsx';
import { addPhotoPages } from './completion/photo.route.tsx';
import { addAttachmentPages } from './own/attachments.route.tsx';
import { addFilesStep } from './hold/files.route.tsx';
import { addCodeStep } from './hold/code.route.tsx';
import { addHoldPages } from './hold/hold.route.tsx';
import { addInvitationPage } from './invitation/invitation.route.tsx';
import { addMyBookings, type OwnWaiting } from './account/my-bookings.route.tsx';
import { addOwnOffice } from './own-office/own-office.route.tsx';
import { addMyData, type AlsoKept } from './account/my-data.route.ts';
import { addSummaryPages } from './hold/summary.route.tsx';
import { addWaitingListPages } from './waiting-list/entries.route.tsx';
import { addTakeSeat } from './hold/take-seat.route.tsx';

/** The citizen's way from a free time to the receipt. */
export function addCitizenBookingPages(
  app: FastifyInstance,
  deps: Deps,
  engine: SeatEngine,
  { alsoKept, gate, ownWaiting }: { alsoKept?: AlsoKept; gate?: Gate; ownWaiting?: OwnWaiting } = {},
): void {
  addInvitationPage(app, deps);
  addTakeSeat(app, deps, engine, gate);
  addHoldPages(app, deps);
  addSummaryPages(app, deps);
  addCodeStep(app, deps);
  withFileForms(app, deps, addFilesStep, addAttachmentPages, addPhotoPages);
  addDeliveryPage(app, deps);
  addBookingPages(app, deps, engine, gate);
  addReceiptApi(app, deps);
  addMyBookings(app, deps, ownWaiting);
  addWaitingListPages(app, deps);
  addMyData(app, deps, alsoKept);
  addOwnOffice(app, deps);
  addCloseAccount(app, deps);
}
