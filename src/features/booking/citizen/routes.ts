import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addReceiptApi } from '../receipt/receipt.api.ts';
import type { SeatEngine } from '../seats/engine.ts';
import { addBookingPages } from './booking.route.tsx';
import { addCloseAccount } from './close-account.route.tsx';
import { addHoldPages } from './hold.route.tsx';
import { addMyBookings } from './my-bookings.route.tsx';
import { addMyData } from './my-data.route.ts';
import { addSummaryPages } from './summary.route.tsx';
import { addTakeSeat } from './take-seat.route.tsx';

/** The citizen's way from a free time to the receipt. */
export function addCitizenBookingPages(app: FastifyInstance, deps: Deps, engine: SeatEngine): void {
  addTakeSeat(app, deps, engine);
  addHoldPages(app, deps);
  addSummaryPages(app, deps);
  addBookingPages(app, deps, engine);
  addReceiptApi(app, deps);
  addMyBookings(app, deps);
  addMyData(app, deps);
  addCloseAccount(app, deps);
}
