import type { Plans } from '#features/planner/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Fault } from './fault.ts';
import type { Field, ReadRow } from './field.ts';

export const kindNames = [
  'offices',
  'services',
  'planners',
  'opening-rules',
  'closures',
  'extra-openings',
  'operators',
  'appointments',
  'history',
] as const;

/** What a file is about; imported in this order. */
export type KindName = (typeof kindNames)[number];

/** What whoever imports decides. */
export interface Choices {
  readonly tell: 'none' | 'changes' | 'all';
  readonly wrongCodes: 'refuse' | 'take';
  /** what became of past appointments that say nothing about it */
  readonly past: 'refuse' | 'served' | 'no-show';
  /** the name of the system that the files come from */
  readonly source: string | null;
}

/** One import: of one file or several. */
export interface ImportRun {
  readonly db: Db;
  readonly secrets: Secrets;
  readonly accountId: number;
  readonly now: Temporal.Instant;
  readonly choices: Choices;
  /** nothing is kept: every batch is taken back once it is known what it would do */
  readonly isTrial: boolean;
  /** what a trial would have made by now: `office X`, `service X Y`, `planner X Y`, `live KEY` */
  readonly wouldBe: Set<string>;
  readonly plans: Plans;
  /** planners to be published once their hours are there */
  readonly toPublish: Set<number>;
}

/** Something to know of what was taken. */
export type Mark = 'beyond' | 'outside' | 'wrong-code' | 'new-code' | 'told';

export type Outcome =
  | {
      /** `waits`: a trial cannot say, since what it belongs to is made by the same import; `kept`: it changed here since */
      readonly became: 'created' | 'changed' | 'same' | 'kept' | 'waits';
      readonly marks?: readonly Mark[];
    }
  | { readonly became: 'refused'; readonly faults: readonly Fault[] };

/** Rows that belong together: the people of one appointment, the hours of one planner. */
export type Group = readonly [ReadRow, ...ReadRow[]];

export interface Kind {
  readonly name: KindName;
  readonly fields: readonly Field[];
  /** groups taken at once */
  readonly batch: number;
  /** rows with the same answer that follow each other belong together; with `scattered`, wherever they stand */
  readonly together?: (row: ReadRow) => string;
  readonly scattered?: boolean;
  /** Decides about groups whose cells are all well formed, and writes them; as many outcomes, in the same order. */
  readonly take: (tx: Tx, groups: readonly Group[]) => Promise<Outcome[]>;
}

export function refused(...faults: Fault[]): Outcome {
  return { became: 'refused', faults };
}
