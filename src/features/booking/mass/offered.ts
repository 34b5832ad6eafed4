export { askMass } from './ask-mass.ts';
export { askMassMoves, chosenCodes, leftBy } from './ask-moves.ts';
export { askedTwiceAbove, type MassKind, type MassSkip, type MassWords } from './mass.rules.ts';
export {
  findMass,
  listMass,
  type MassAction,
  type MassResult,
  massResults,
  messagesOfOffice,
  messageToTell,
  type OfficeMessage,
} from './mass.query.ts';
export {
  countSelection,
  listSelection,
  type SelectedBooking,
  type Selection,
  selectionChoices,
  selectionLanguages,
  type SelectionCount,
} from './selection.query.ts';
