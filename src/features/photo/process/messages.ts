import type { CheckResult } from '../check.ts';
import type { Cut, Examined } from '../examined.ts';
import type { Crop } from '../picture.ts';

/** What the photo process is asked to do with the bytes of a picture. */
export interface PhotoTasks {
  readonly upload: { readonly bytes: Buffer /** the day, as text */; readonly today: string };
  readonly crop: {
    /** of the source */
    readonly bytes: Buffer;
    readonly crop: Crop;
    /** what was found of the upload */
    readonly before: readonly CheckResult[];
  };
}

/** What comes back. */
export interface Outcomes {
  readonly upload: Examined;
  readonly crop: Cut;
}

export type PhotoWork = keyof PhotoTasks;
export type PhotoQuestion = {
  [Work in PhotoWork]: { readonly work: Work; readonly task: PhotoTasks[Work] };
}[PhotoWork];
export type PhotoAnswer = { readonly ready: true } | { readonly done: Outcomes[PhotoWork] } | { readonly failed: true };
