import type { ComponentChildren } from 'preact';
import type { FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { RoomNow } from '../../turns/rooms.ts';
import type { Chosen } from '../paths.ts';
import type { PlaceWaitedFor } from '../place-waited-for.ts';

/** Why no place was given. */
export type NotJoined = 'already-waiting' | 'too-many-tickets' | 'not-yet' | 'over';

export interface JoinPageProps {
  readonly context: PageContext;
  readonly at: PlaceWaitedFor;
  readonly room: RoomNow;
  readonly now: Temporal.Instant;
  /** whoever may join; for others the form waits for a login, or for a proved address */
  readonly reader: 'nobody' | 'unproved' | 'ready';
  readonly form: FormState;
  /** what they had chosen, where they wanted a seat and are here instead */
  readonly chosen: Chosen;
  readonly refused?: NotJoined | undefined;
  /** who may book, where not everybody may */
  readonly news?: ComponentChildren;
  readonly mayNotBook?: boolean | undefined;
}
