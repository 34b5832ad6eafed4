import type { Head } from './head.ts';

export type ChainFaultKind =
  /** the entry's words, or its place, are not those that were chained */
  | 'changed'
  /** the entry is gone and its link is still there */
  | 'removed'
  /** links are missing before this one */
  | 'gap'
  /** the chain goes on from another hash, or its end was signed by nobody */
  | 'not-signed'
  /** an end that was noted elsewhere is not in the chain */
  | 'noted-missing'
  /** an entry that nobody chained, long after it was written */
  | 'unlinked'
  /** what waited to be chained was removed before */
  | 'removed-unlinked';

export interface ChainFault {
  readonly kind: ChainFaultKind;
  readonly seq: number | null;
  readonly entryId: string | null;
  /** From when on the log proves nothing. */
  readonly since: Temporal.Instant | null;
}

export interface ChainReport {
  readonly faults: readonly ChainFault[];
  /** how many links were read */
  readonly links: number;
  /** entries that wait for the worker */
  readonly waiting: number;
  readonly head: Head;
  /** when the first link was made */
  readonly from: Temporal.Instant | null;
}
