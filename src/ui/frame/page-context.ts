import type { Language, LocalText } from '#platform/language.ts';

/** What every page of a request needs to know, made once per request and handed to `Layout`. */
export interface PageContext {
  language: Language;
  /** Path and query of the page being shown, as in `/offices/cons-london?service=cie`. */
  url: string;
  user: { name: string; isOperator: boolean } | null;
  /** The page is the same for everybody, and nobody was asked who reads it: nothing is said of being logged in or out. */
  anyone?: boolean | undefined;
  /** The token that every form carries in its hidden `_csrf` field. */
  csrf: string;
  /** True in the trial set-up: shows the banner with the demo people and the caught e-mails. */
  demo: boolean;
  /** E-mail to the reader's address comes back; `Layout` says so on every page of the citizen's. */
  emailFailure?: EmailNotice | undefined;
  /** The last day of the password that the reader has logged in with; `Layout` says so on the citizen's pages. */
  passwordEnds?: Temporal.PlainDate | undefined;
  /** The seat this reader is keeping elsewhere on the site; `Layout` shows it on every page without a bar of its own. */
  held?: HeldNotice | undefined;
  /** Where this browser stands in a waiting room; `Layout` says so on every page that shows no seat kept. */
  queue?: QueueNotice | undefined;
  /** The offices of a reader who works at several; the header of their pages switches between them. */
  offices?: readonly { readonly href: string; readonly name: LocalText; readonly current: boolean }[] | undefined;
  /** How much waits for the office whose page this is; its menu tells it. */
  toDo?: number | undefined;
  /** How many requests that office has to examine. */
  toExamine?: number | undefined;
  /** How many photos it has to look at; undefined where its services take none. */
  photos?: number | undefined;
  /** How many clearances other offices ask of its municipality; undefined where none ever was. */
  clearanceRequests?: number | undefined;
  /** How many requests for help wait there. */
  help?: number | undefined;
  /** How many appeals and requests about accounts wait for it. */
  cases?: number | undefined;
  /** New bookings of the reader are blocked at some office; `Layout` says so on every page of the citizen's. */
  restricted?: boolean | undefined;
  /** Milliseconds without a click until the automatic logout of a reader who works. */
  idleAfter?: number | undefined;
  /** The site is under attack and this page has a form that asks for a proof of work; `Layout` says so. */
  proof?: ProofAsked | undefined;
}

export interface ProofAsked {
  /** what the proof is good for */
  readonly action: string;
  /** path of the forms that ask for it */
  readonly form: string;
  /** stands for a proof some seconds after the page was made, for who uses no scripts */
  readonly wait: string | undefined;
  readonly seconds: number;
}

export interface HeldNotice {
  /** Back to where the booking was left; not on a page that is a step of it. */
  readonly href: string | undefined;
  readonly until: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** The office's time zone. */
  readonly zone: string;
  /** The end on the office's clock: `14:32`, or `14:32 di Londra`. */
  readonly time: string;
}

export interface QueueNotice {
  readonly href: string;
  /** what the bar is, for who hears the page */
  readonly label: string;
  readonly text: string;
  readonly action: string;
}

export interface EmailNotice {
  readonly address: string;
  readonly reason: 'address' | 'mailbox' | 'other';
}
