import type { CountedMetrics, Siblings } from '#platform/http/metrics.ts';

/** What a web process tells the one that keeps it running. */
export interface FromWorker {
  /** It listens (`untilTold`). */
  readonly ready?: true;
  /** Why it could not start. */
  readonly failure?: string;
  /** Its event loop goes round. */
  readonly alive?: true;
  /** Asks for what all of them have counted. */
  readonly wantsMetrics?: number;
  /** Answers `tellMetrics`. */
  readonly metrics?: { readonly asked: number; readonly counted: CountedMetrics };
}

/** What it is told by that one. */
export interface ToWorker {
  /** All of them have come up once. */
  readonly allListen?: true;
  readonly tellMetrics?: number;
  /** Answers `wantsMetrics`. */
  readonly allMetrics?: { readonly wanted: number; readonly counted: readonly CountedMetrics[] };
}

export type { CountedMetrics, Siblings };
