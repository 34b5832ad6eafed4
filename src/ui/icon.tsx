import type icons from '../../assets/icons.json';
import { asset } from './asset.ts';

/** The icons in the sprite; another one of Bootstrap Italia's is one more line in `assets/icons.json`. */
export type IconName = keyof typeof icons;

/** A decorative icon beside a word; with `label` it speaks for itself. */
export function Icon({ name, label, large }: { name: IconName; label?: string | undefined; large?: boolean }) {
  const spoken = label === undefined ? { 'aria-hidden': true as const } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class={large ? 't-icon t-icon-large' : 't-icon'} width="20" height="20" focusable="false" {...spoken}>
      <use href={`${asset('sprite.svg')}#${name}`} />
    </svg>
  );
}
