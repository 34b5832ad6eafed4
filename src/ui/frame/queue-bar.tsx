import { ButtonLink } from '../button.tsx';
import { Icon } from '../icon.tsx';
import type { QueueNotice } from './page-context.ts';

/** On all other pages: the reader's place in a waiting room, or that their turn has come. */
export function QueueBar({ queue }: { queue: QueueNotice }) {
  return (
    <aside class="t-bar" aria-label={queue.label}>
      <div class="t-header-inner">
        <span class="t-countdown">
          <Icon name="clock" />
          <strong>{queue.text}</strong>
        </span>
        <div class="t-bar-actions">
          <ButtonLink href={queue.href} kind="secondary" small>
            {queue.action}
          </ButtonLink>
        </div>
      </div>
    </aside>
  );
}
