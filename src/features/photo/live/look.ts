import type { Hint } from './hints.ts';

/** What one look at a picture says. */
export interface Look {
  /** what to do next */
  readonly hint: Hint;
  /** whether the picture would do: some hints only make a fair picture better */
  readonly isGood: boolean;
}

/** What the page sends to be looked at; the answers come in the same order. */
export interface LookQuestion {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  /** rows of red, green, blue and opacity */
  readonly rgba: Uint8ClampedArray;
  /** how many pixels of the camera's view make one of these */
  readonly scale: number;
  /** a picture by itself, not the next of those before */
  readonly alone: boolean;
}

/** `ready`, once, when everything is loaded; then an answer to each question, without a look where it failed. */
export type LookAnswer = { readonly ready: true } | { readonly id: number; readonly look: Look | undefined };
