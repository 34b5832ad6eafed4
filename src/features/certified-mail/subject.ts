import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { MessageState } from './rules.ts';

/** What one certified e-mail says, written at each attempt from what is true then. */
export interface CertifiedLetter {
  /** Whose account it leaves from, and whose to-do list it comes back to. */
  readonly officeId: number;
  /** Of the row it is about: its receipts are shown there. */
  readonly aboutId: string | number;
  /** Asked for twice with the same key, it is sent once. */
  readonly dedupe: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: Buffer;
    readonly contentType: string;
  }[];
}

/** Something happened to a certified e-mail, told in the transaction that keeps it. */
export interface CertifiedNews {
  readonly aboutId: string;
  readonly state: MessageState;
  /** when, as the provider certifies */
  readonly at: Temporal.Instant;
}

/** What a feature that sends certified e-mail gives this one, which knows of none of them. */
export interface CertifiedSubject {
  /** The letter that a payload asks for; undefined when there is nothing to say any more. */
  readonly write: (deps: Deps, payload: unknown) => Promise<CertifiedLetter | undefined>;
  readonly changed?: (tx: Tx, news: CertifiedNews) => Promise<void>;
  /** Somebody wrote back; the operator reads it and registers what it says. */
  readonly answered?: (tx: Tx, news: { readonly aboutId: string; readonly at: Temporal.Instant }) => Promise<void>;
}

/** By the `about` of the task's payload: `{ about: 'clearance', clearanceId }`. */
export type CertifiedSubjects = Readonly<Record<string, CertifiedSubject>>;
