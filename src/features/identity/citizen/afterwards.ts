import { sitePaths } from '#ui/frame/site-paths.ts';
import { isOperator } from '../roles/roles.ts';
import type { Viewer } from '../viewer.ts';

/** Where somebody goes after logging in who was on no particular way: operators to their desk. */
export function afterwardsFor(viewer: Pick<Viewer, 'roles'>): string {
  return isOperator(viewer) ? sitePaths.office : sitePaths.bookings;
}
