import type { CancelRefusal, ConfirmRefusal } from '#features/booking/index.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { BookingFacts } from '../letters/booking-facts.query.ts';

export interface LinkViewProps {
  context: PageContext;
  /** The path of the link itself; its actions are below it. */
  path: string;
  facts: BookingFacts;
  now: Temporal.Instant;
  /** Why the citizen may not do it now; undefined when they may. */
  confirmRefusal: ConfirmRefusal | undefined;
  cancelRefusal: CancelRefusal | undefined;
  /** Why the button did nothing, in words. */
  refused?: string | undefined;
}
