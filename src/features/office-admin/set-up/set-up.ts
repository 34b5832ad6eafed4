import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';
import type { SetUpHours } from './hours.rules.ts';

export const setUpSteps = ['details', 'hours', 'services', 'planner', 'publish'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** How far an office is on its way to a first published week. */
export interface SetUp {
  readonly isBegun: boolean;
  readonly hours: SetUpHours | null;
  readonly plannerId: number | null;
  readonly done: Readonly<Record<SetUpStep, boolean>>;
}

/** How far an office is; one that never began is at the beginning. */
export async function findSetUp(db: Db | Tx, officeId: number): Promise<SetUp> {
  const row = await db.selectFrom('office_set_up').selectAll().where('office_id', '=', officeId).executeTakeFirst();
  if (row === undefined) return notBegun;
  return {
    isBegun: true,
    hours: row.hours,
    plannerId: row.planner_id,
    done: {
      details: row.details_at !== null,
      hours: row.hours_at !== null,
      services: row.services_at !== null,
      // Without its planner the step is to be done again: somebody may have deleted it.
      planner: row.planner_at !== null && row.planner_id !== null,
      publish: row.published_at !== null,
    },
  };
}

const notBegun: SetUp = {
  isBegun: false,
  hours: null,
  plannerId: null,
  done: { details: false, hours: false, services: false, planner: false, publish: false },
};

/** The step to go on with; undefined when the first week is published. */
export function nextStep({ done }: Pick<SetUp, 'done'>): SetUpStep | undefined {
  return done.publish ? undefined : setUpSteps.find((step) => !done[step]);
}

/** Whether everything a step builds on is there. */
export function mayOpen(step: SetUpStep, { done }: Pick<SetUp, 'done'>): boolean {
  return setUpSteps.slice(0, setUpSteps.indexOf(step)).every((before) => done[before]);
}

/** Writes down that a step is done, with what it decided. */
export async function stepDone(
  tx: Tx,
  request: { officeId: number; step: SetUpStep; now: Temporal.Instant; hours?: SetUpHours; plannerId?: number },
): Promise<void> {
  const { officeId, step, now, hours, plannerId } = request;
  const column = {
    details: 'details_at',
    hours: 'hours_at',
    services: 'services_at',
    planner: 'planner_at',
    publish: 'published_at',
  } as const;
  const change = {
    [column[step]]: now,
    ...(hours && { hours: JSON.stringify(hours) }),
    ...(plannerId !== undefined && { planner_id: plannerId }),
  };
  await tx
    .insertInto('office_set_up')
    .values({ office_id: officeId, started_at: now, ...change })
    .onConflict((on) => on.column('office_id').doUpdateSet(change))
    .execute();
}
