export {
  approve,
  askToRegularise,
  documentsSent,
  type ExamineRefusal,
  reject,
} from './examine.ts';
export { examinationOf } from './examination.query.ts';
export { missingLines } from './missing.ts';
export {
  deadlineFault,
  isCitizensTurn,
  isOpenPreCheck,
  isToExamine,
  lastDayToSend,
  type Missing,
  type PreCheck,
} from './pre-check.rules.ts';
export {
  listQueue,
  nextInQueue,
  type QueueCounts,
  queueCounts,
  type QueuedBooking,
  queueSize,
  searchQueue,
} from './queue.query.ts';
export {
  type QueueOrder,
  queueOrders,
  type QueueState,
  queueStates,
  readQueuePlace,
  writeQueuePlace,
} from './queue.rules.ts';
export { takeOver } from './take-over.ts';
