import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** A box with a heading of its own. */
export function Card(props: {
  title?: ComponentChildren;
  level?: 2 | 3 | 4 | undefined;
  icon?: IconName | undefined;
  /** Marks the one card that asks for something now. */
  highlighted?: boolean | undefined;
  children: ComponentChildren;
}) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section class={props.highlighted ? 't-card t-card-highlighted' : 't-card'}>
      {props.title && (
        <Heading class="t-card-title">
          {props.icon && <Icon name={props.icon} />}
          {props.title}
        </Heading>
      )}
      {props.children}
    </section>
  );
}

/** Cards side by side where there is room. */
export function Cards({ children }: { children: ComponentChildren }) {
  return <ul class="t-cards">{children}</ul>;
}

/** A card of `Cards` that is a link as a whole: a service, an office. `answer` is what people came for ("Primo posto…"). */
export function CardLink(props: {
  href: string;
  title: ComponentChildren;
  icon?: IconName | undefined;
  level?: 2 | 3 | undefined;
  answer?: ComponentChildren;
  /** `good` when there is something to take, with a tick. */
  tone?: 'good' | 'plain' | undefined;
  /** On a telephone smaller than those with something to take. */
  compact?: boolean | undefined;
  children?: ComponentChildren;
}) {
  const { href, title, icon, level = 3, answer, tone = 'plain', compact = false, children } = props;
  const Heading = `h${level}` as const;
  return (
    <li class={compact ? 't-card t-card-link t-card-compact' : 't-card t-card-link'}>
      {icon && <Icon name={icon} large />}
      <Heading class="t-card-title">
        <a href={href}>{title}</a>
      </Heading>
      {children && <div class="t-card-text">{children}</div>}
      {answer && (
        <p class={tone === 'good' ? 't-answer t-answer-good' : 't-answer'}>
          {tone === 'good' && <Icon name="check-circle" />}
          <span>{answer}</span>
        </p>
      )}
    </li>
  );
}
