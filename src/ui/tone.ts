import type { IconName } from './icon.tsx';

/** What a message or a state means. Always shown with its icon and in words, never by colour alone. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export const toneIcons: Record<Tone, IconName> = {
  neutral: 'minus',
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  danger: 'error',
};
