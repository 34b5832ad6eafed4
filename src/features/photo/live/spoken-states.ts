/** The sentences that the script shows, beside the hints: each is a key of the aid's texts. */
export const spokenStates = [
  'asking',
  'loading',
  'waiting',
  'longWait',
  'closed',
  'taken',
  'takenGood',
  'takenBut',
  'takenAlmost',
  'takenUnseen',
  'using',
  'slow',
  'unavailable',
  'coarse',
  'refused',
  'none',
  'busy',
  'failed',
] as const;

export type SpokenState = (typeof spokenStates)[number];
