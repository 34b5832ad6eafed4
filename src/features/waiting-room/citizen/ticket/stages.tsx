import type { VNode } from 'preact';
import type { Standing } from '../../turns/rooms.ts';
import type { WaysOn } from '../place-waited-for.ts';
import { EndedView, type Outcome } from './ended.view.tsx';
import type { TicketPageProps } from './frame.view.tsx';
import { TurnView } from './turn.view.tsx';
import { BeforeView, WaitingView } from './waiting.view.tsx';

/** Which page a ticket's holder sees. Those that thousands see at once differ in a few words alone. */
export type Stage =
  | { readonly kind: 'before' | 'waiting' }
  | { readonly kind: 'admitted'; readonly until: Temporal.Instant }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

export function stageOf({ state, outcome, position, admittedUntil }: Standing): Stage {
  if (state === 'admitted' && admittedUntil) return { kind: 'admitted', until: admittedUntil };
  if (state === 'ended' && outcome) return { kind: 'ended', outcome };
  return { kind: position === null ? 'before' : 'waiting' };
}

export function draw(stage: Stage, props: TicketPageProps, ways: WaysOn): VNode {
  switch (stage.kind) {
    case 'before':
      return <BeforeView {...props} />;
    case 'waiting':
      return <WaitingView {...props} />;
    case 'admitted':
      return <TurnView {...props} until={stage.until} />;
    case 'ended':
      return <EndedView {...props} outcome={stage.outcome} ways={ways} />;
  }
}
