import type { RoleName, Viewer } from './viewer.ts';

export const officeTasks = [
  'see-agenda',
  'see-booking',
  'book-for-citizen',
  'confirm',
  'cancel',
  'take-in-charge',
  'serve',
  'edit-planner',
  'edit-office',
  'see-reports',
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
  'take-in-charge',
] as const;

const tasksOf: Readonly<Record<RoleName, readonly OfficeTask[]>> = {
  helper: ['book-for-citizen'],
  operator,
  officer: operator,
  'planner-manager': ['see-agenda', 'edit-planner', 'see-reports'],
  'office-admin': officeTasks,
  'network-admin': officeTasks,
  auditor: ['see-agenda', 'see-booking', 'see-reports'],
  integration: [],
};

/** Whether one of the viewer's roles allows a task at an office. Roles without an office hold everywhere. */
export function mayDo(viewer: Pick<Viewer, 'roles'>, officeId: number, task: OfficeTask): boolean {
  return viewer.roles.some(
    (held) => (held.officeId === null || held.officeId === officeId) && tasksOf[held.role].includes(task),
  );
}

/** Whether the viewer works for any office at all. */
export function isOperator(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.some((held) => tasksOf[held.role].length > 0);
}
