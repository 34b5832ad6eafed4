export { announceDraw, type AnnounceRefusal } from './announce-draw.ts';
export { type DrawOutcome, drawRoom } from './draw-room.ts';
export { type Proof, proofShape } from './proof.ts';
export { proofOf } from './proof.query.ts';
export { type Receipt, receiptOf, receiptShape } from './receipt.ts';
export { type Fault, type Verdict, verify } from './verify.ts';
export { releaseOrders } from './release-orders.ts';
export { valueKnownFrom } from './value-day.ts';
