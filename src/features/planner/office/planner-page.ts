import type { PageContext } from '#ui/frame/page-context.ts';
import type { AtOffice } from '../at-office.ts';

/** What every page on which an office edits its planners is drawn from. */
export interface PlannerPageProps {
  readonly context: PageContext;
  readonly at: AtOffice;
}
