import type { CheckResult, Verdict } from './check.ts';
import type { Crop } from './picture.ts';

/** A portrait cut and encoded anew by us. */
export interface Portrait {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
  /** in pixels of the source that it was cut from */
  readonly crop: Crop;
}

/** What portraits are cut from: the photo upright, encoded anew by us, with nothing in it but the picture. */
export interface Source {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

interface Judged {
  readonly verdict: Verdict;
  readonly checks: readonly CheckResult[];
  readonly rulesVersion: number;
}

/** What a photo is found to be. Without a portrait nothing of it can be kept; with one there always is its source. */
export type Examined = Judged &
  (
    | {
        readonly portrait: Portrait;
        readonly source: Source;
        /** why the proposed cut is only the best there is */
        readonly fault: 'no-face' | 'too-little-margin' | undefined;
      }
    | { readonly portrait: undefined; readonly source: undefined; readonly fault: undefined }
  );

/** What another cut of the same source is found to be. */
export type Cut = Judged & { readonly portrait: Portrait };
