/** What a listener was told, and what may be told next. */
export interface Announcer<Hint extends string> {
  readonly said: Hint | undefined;
  readonly saidAt: number;
  /** what the last look asked for */
  readonly lately: Hint | undefined;
}

/** Milliseconds between two sentences: a screen reader needs about as long for one. */
const quiet = 2_500;

export const silent = { said: undefined, saidAt: Number.NEGATIVE_INFINITY, lately: undefined };

/**
 * What to say after a look: only what two looks in a row ask for, only when it is another thing to do than said last, and
 * never sooner than a sentence takes. What comes too soon is said later, if it is still what to do.
 */
export function announce<Hint extends string>(
  state: Announcer<Hint>,
  hint: Hint,
  at: number,
): { state: Announcer<Hint>; say: Hint | undefined } {
  const isSteady = state.lately === hint;
  if (!isSteady || hint === state.said || at - state.saidAt < quiet) {
    return { state: { ...state, lately: hint }, say: undefined };
  }
  return { state: { said: hint, saidAt: at, lately: hint }, say: hint };
}
