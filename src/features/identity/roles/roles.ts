import type { HeldRole, RoleName, Viewer } from '../viewer.ts';

export const officeTasks = [
  'see-agenda',
  'see-booking',
  'book-for-citizen',
  'confirm',
  'cancel',
  'write-to-many',
  'take-in-charge',
  'serve',
  'edit-planner',
  'edit-office',
  'see-reports',
  'see-log',
  'answer-help',
  'look-after-accounts',
  'merge-accounts',
] as const;

/** Something an operator may be allowed to do at an office. */
export type OfficeTask = (typeof officeTasks)[number];

const operator = [
  'see-agenda',
  'see-booking',
  'book-for-citizen',
  'serve',
  'cancel',
  'confirm',
  'answer-help',
] as const;

/** What each role may do at its office; the pages that explain roles are made from this table. */
export const tasksOf: Readonly<Record<RoleName, readonly OfficeTask[]>> = {
  helper: ['book-for-citizen'],
  operator,
  officer: [...operator, 'write-to-many', 'take-in-charge', 'look-after-accounts'],
  'planner-manager': ['see-agenda', 'edit-planner', 'see-reports'],
  'office-admin': officeTasks,
  'network-admin': officeTasks,
  auditor: ['see-agenda', 'see-booking', 'see-reports', 'see-log'],
  integration: [],
};

/**
 * Whether one of the viewer's roles allows a task at an office. Roles without an office hold everywhere; a role given
 * with the sites of its office holds there too, and this is the only place that says so.
 */
export function mayDo(viewer: Pick<Viewer, 'roles'>, officeId: number, task: OfficeTask): boolean {
  return viewer.roles.some((held) => holdsAt(held, officeId) && tasksOf[held.role].includes(task));
}

/**
 * Whether a task is the viewer's at an office and at all sites under it, those to come included. Who may give roles there
 * without this gives none that reach the sites, to themselves neither.
 */
export function mayDoWithSites(viewer: Pick<Viewer, 'roles'>, officeId: number, task: OfficeTask): boolean {
  const reaches = ({ officeId: at, siteIds }: HeldRole) => at === null || (at === officeId && Array.isArray(siteIds));
  return viewer.roles.some((held) => reaches(held) && tasksOf[held.role].includes(task));
}

function holdsAt(held: HeldRole, officeId: number): boolean {
  return held.officeId === null || held.officeId === officeId || held.siteIds?.includes(officeId) === true;
}

/** The offices somebody works at, by their roles; those of the whole network stand apart, in `isEverywhere`. */
export function officesServedBy(viewer: Pick<Viewer, 'roles'>): number[] {
  const working = viewer.roles.filter((held) => tasksOf[held.role].length > 0);
  return [
    ...new Set(working.flatMap((held) => (held.officeId === null ? [] : [held.officeId, ...(held.siteIds ?? [])]))),
  ];
}

/** Whether a role of the viewer holds at every office. */
export function isEverywhere(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.some((held) => held.officeId === null && tasksOf[held.role].length > 0);
}

/** Whether one of the viewer's roles allows anything at all at an office. */
export function worksAt(viewer: Pick<Viewer, 'roles'>, officeId: number): boolean {
  return officeTasks.some((task) => mayDo(viewer, officeId, task));
}

/** Whether the viewer looks after the whole network: all offices, their contacts and the people who work for it. */
export function isNetworkAdmin(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.some((held) => held.role === 'network-admin');
}

/** Whether the viewer works for any office at all. */
export function isOperator(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.some((held) => tasksOf[held.role].length > 0);
}
