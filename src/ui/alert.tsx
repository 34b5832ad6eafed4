import type { ComponentChildren } from 'preact';
import { defineTexts } from '#platform/texts.ts';
import type { Language } from '#platform/language.ts';
import { Icon } from './icon.tsx';
import { type Tone, toneIcons } from './tone.ts';

export const alertTexts = defineTexts('ui/alert', {
  it: { info: 'Da sapere', success: 'Fatto', warning: 'Attenzione', danger: 'Problema' },
  en: { info: 'Good to know', success: 'Done', warning: 'Attention', danger: 'Problem' },
});

/** A message that stands out, with icon and word. `live` when it answers what was just done: it is then read aloud. */
export function Alert(props: {
  language: Language;
  tone: Exclude<Tone, 'neutral'>;
  title?: ComponentChildren;
  live?: boolean | undefined;
  children?: ComponentChildren;
}) {
  const { language, tone, title, live = false, children } = props;
  const word = alertTexts.for(language)(tone);
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div class={`t-alert t-tone-${tone}`} role={role}>
      <Icon name={toneIcons[tone]} />
      <div>
        <p class="t-alert-title">
          {title ? (
            <>
              <span class="visually-hidden">{word}: </span>
              {title}
            </>
          ) : (
            word
          )}
        </p>
        {children && <div class="t-alert-text">{children}</div>}
      </div>
    </div>
  );
}
