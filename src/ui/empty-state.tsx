import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** Nothing here yet: why, and the first thing to do, as children. */
export function EmptyState(props: {
  icon?: IconName | undefined;
  title: string;
  level?: 2 | 3 | undefined;
  children?: ComponentChildren;
}) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <div class="t-empty">
      <Icon name={props.icon ?? 'inbox'} large />
      <Heading>{props.title}</Heading>
      {props.children}
    </div>
  );
}
