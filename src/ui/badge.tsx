import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { type Tone, toneIcons } from './tone.ts';

/** A state in one word, with its icon and colour. */
export function Badge(props: { tone: Tone; icon?: IconName | undefined; children: ComponentChildren }) {
  return (
    <span class={`t-badge t-tone-${props.tone}`}>
      <Icon name={props.icon ?? toneIcons[props.tone]} />
      {props.children}
    </span>
  );
}
