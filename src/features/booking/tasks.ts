import { batch, inBatches, type TaskList } from '#platform/jobs.ts';
import { cleanUp } from './cleanup.job.ts';
import { forgetBookings } from './forget-bookings.job.ts';
import { forgetPhotos } from './photo/forget-photos.job.ts';
import { forgetAttachments } from './attachments/forget-attachments.job.ts';
import { handOverUnreachable, settleOverdue } from './confirmation/settle-unconfirmed.ts';
import { endLateClearances, remindMunicipalities, tellAfterwards } from './clearance/settle-deadlines.ts';
import { massAction, massActions } from './mass/mass-action.job.ts';
import { expireOffers } from './moves/answer-offer.ts';
import { registrationDrawCrontab, registrationDrawTasks } from './registration-draw/tasks.ts';
import { offerMoves } from './moves/offer-moves.job.ts';
import { withdrawMoves } from './moves/withdraw-moves.job.ts';
import { waitingListCrontab, waitingListTasks } from './waiting-list/tasks.ts';

/** Jobs of this feature. */
export const bookingTasks: TaskList = {
  'booking-cleanup': cleanUp,
  'forget-attachments': forgetAttachments,
  'forget-bookings': forgetBookings,
  'forget-photos': forgetPhotos,
  'cancel-unconfirmed': (deps) => inBatches(() => settleOverdue(deps.db, { now: deps.clock.now(), most: batch })),
  'hand-over-unreachable': (deps) =>
    inBatches(() => handOverUnreachable(deps.db, { now: deps.clock.now(), most: batch })),
  'end-late-clearances': (deps) => inBatches(() => endLateClearances(deps.db, { now: deps.clock.now(), most: batch })),
  'remind-municipalities': (deps) =>
    inBatches(() => remindMunicipalities(deps.db, { now: deps.clock.now(), most: batch })),
  'tell-municipalities': (deps) => inBatches(() => tellAfterwards(deps.db, { now: deps.clock.now(), most: batch })),
  'expire-offers': (deps) => inBatches(() => expireOffers(deps.db, { now: deps.clock.now(), most: batch })),
  'offer-moves': offerMoves,
  'withdraw-moves': withdrawMoves,
  'mass-action': massAction,
  'mass-actions': massActions,
  ...waitingListTasks,
  ...registrationDrawTasks,
};

/** Cleaning up is every hour, at a minute nothing else begins; the other looks at the rows and makes up for a missed minute. */
export const bookingCrontab = `
37 * * * * booking-cleanup
47 * * * * forget-attachments
57 * * * * forget-photos
13 3 * * * forget-bookings
* * * * * cancel-unconfirmed ?max=1
* * * * * hand-over-unreachable ?max=1
* * * * * end-late-clearances ?max=1
* * * * * remind-municipalities ?max=1
* * * * * tell-municipalities ?max=1
* * * * * expire-offers ?max=1
* * * * * mass-actions ?max=1${waitingListCrontab}${registrationDrawCrontab}`;
