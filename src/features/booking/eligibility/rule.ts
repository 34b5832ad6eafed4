import type { Viewer } from '#features/identity/index.ts';
import type { Offering } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { NoticeName, RefusalReason, WayName } from './eligibility.text.ts';

/** Who wants to book what; the rules look at nothing else. */
export interface Booker {
  /** null before login */
  readonly viewer: (Pick<Viewer, 'accountId'> & Partial<Pick<Viewer, 'restrictedUntil' | 'scheme' | 'level'>>) | null;
  readonly offering: Offering;
  readonly now: Temporal.Instant;
  /** A seat is only being looked for or taken: a surer login is asked for once it is held. */
  readonly stepsUpLater?: boolean;
  /** The day of the appointment in the office's calendar, once a seat is held. */
  readonly day?: Temporal.PlainDate;
  /** The account has booked before; where nobody has looked it may have. */
  readonly hasBooked?: boolean;
  /** Who comes, once that is said. */
  readonly people?: readonly { readonly birthDate: Temporal.PlainDate | null }[];
}

/** Something one may do instead. */
export interface Way {
  readonly name: WayName;
  readonly href: string;
  readonly values?: Words;
  readonly query?: Readonly<Record<string, string>>;
  /** The page it leads to brings people back here: it is given `next`. */
  readonly returns?: boolean;
}

/** What a rule says to people: by name, with the values of its words and the ways on, the best one first. */
export interface Told<Name extends string> {
  readonly name: Name;
  readonly values?: Words;
  readonly ways: readonly Way[];
}

export type Refusal = Told<RefusalReason>;
export type Notice = Told<NoticeName>;

/** A day is said as in `fino al 3 maggio 2027`. */
type Words = Readonly<Record<string, LocalText | Temporal.PlainDate | string | number>>;

/** One reason why a citizen may not book. Offices book for whom they like: no rule is asked for them. */
export interface Rule {
  /** Whether this rule can say anything at all; asks no database, so that other offerings pay nothing for it. */
  readonly concerns: (booker: Booker) => boolean;
  /** It looks at what was booked before: to who never has it says nothing. */
  readonly ofThePast?: true;
  /** Why this account may not book. */
  readonly refuse: (db: Db | Tx, booker: KnownBooker) => Promise<Refusal | undefined>;
  /** What people should know before they log in. */
  readonly announce?: (db: Db | Tx, booker: Booker) => Promise<Notice | undefined>;
  /** Those who are logged in and may book hear of it too. */
  readonly announcedToAll?: true;
}

export type KnownBooker = Booker & { readonly viewer: NonNullable<Booker['viewer']> };
