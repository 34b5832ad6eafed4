import type { Db, Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';

/** A public value that nobody can know when the joining ends, as the office names it beforehand. */
export interface NamedValue {
  readonly it: string;
  readonly en: string;
  /** of the value, on Rome's clock */
  readonly day: string;
  /** where everybody can read it */
  readonly source: string;
  readonly form:
    | { readonly kind: 'numbers'; readonly count: number; readonly highest: number }
    | { readonly kind: 'digits' | 'hex'; readonly length: number };
}

/** How people are put in order where it is not who comes first. */
export interface OrderWish {
  readonly order: 'draw' | 'registration-draw';
  /** people may join between these; null: as usual */
  readonly joinsAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  readonly turnMinutes: number | null;
  /** null: the usual one */
  readonly value: NamedValue | null;
  /** why no public value is mixed in; null: one is */
  readonly unmixedReason: string | null;
}

export type OrderFault =
  | 'one-moment'
  | 'joins-in-the-past'
  | 'closes-before-joining'
  | 'opens-before-closing'
  | 'value-before-closing'
  | 'opens-before-value'
  | 'too-few-outcomes'
  | 'no-day-for-value';

/** What is told of how people are put in order. */
export interface OrderTold {
  readonly order: 'first-come' | 'draw' | 'registration-draw';
  readonly commitment: string | null;
  readonly listRoot: string | null;
  readonly seed: string | null;
  readonly participants: number | null;
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly state: 'announced' | 'joining' | 'closed' | 'admitting' | 'ended';
}

/** Of releases that have an order of their own: done by whoever keeps rooms and draws. */
export interface ReleaseOrders {
  plan(
    tx: Tx,
    request: {
      readonly officeId: number;
      readonly accountId: number;
      readonly now: Temporal.Instant;
      readonly wish: OrderWish;
      /** of the same moment, one for each planner */
      readonly releases: readonly {
        readonly id: string;
        readonly code: string;
        readonly plannerId: number;
        readonly opensAt: Temporal.Instant;
      }[];
    },
  ): Promise<Outcome<{ code: string }, OrderFault>>;
  /** a release is taken back: those who joined hear of it */
  cancel(tx: Tx, request: { readonly releaseId: string; readonly now: Temporal.Instant }): Promise<void>;
  /** by the code of the release */
  told(db: Db | Tx, codes: readonly string[]): Promise<ReadonlyMap<string, OrderTold>>;
}

/** Where nobody keeps rooms: all come as they come. */
export const noOrders: ReleaseOrders = {
  plan: () => Promise.reject(new Error('nobody draws here')),
  cancel: () => Promise.resolve(),
  told: () => Promise.resolve(new Map()),
};
