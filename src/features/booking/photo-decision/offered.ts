export { decidePhoto, type PhotoAtDesk } from './decide-photo.ts';
export {
  type AskReason,
  askReasons,
  asksAnother,
  type DecideRefusal,
  maySendPhoto,
  needsOverride,
  type OverrideReason,
  overrideReasons,
  type PhotoOutcome,
  photoOutcomes,
  type PhotoStanding,
  photoStanding,
  photoUntil,
  type PhotoWhy,
  standingDecision,
} from './decision.rules.ts';
export {
  type AskedPhoto,
  decisionsOf,
  type PhotoDecisionInFull,
  photoToTell,
  type TakenDecision,
  takenDecision,
} from './decision.query.ts';
export { photoNews, type PhotoNotice } from './photo-news.ts';
export {
  listPhotos,
  photoCounts,
  type PhotoCounts,
  photosToLookAt,
  type PhotoView,
  photoViews,
  type QueuedPhoto,
} from './photo-queue.query.ts';
export { type PhotoDetails, photoDetailsOf } from '../photo/photo-details.query.ts';
export { declarations, declarationsFor, keepReasons, type PhotoSaid } from '../photo/said.rules.ts';
export { suggestedReasons } from './suggested-reasons.rules.ts';
export { undoDecision, type UndoRefusal } from './undo-decision.ts';
export { askWords, overrideWords } from './why-words.ts';
