import type { Language } from '#platform/language.ts';
import { Icon } from './icon.tsx';
import { kitTexts } from './kit.text.ts';

/** How far the journey is. On a phone one line, "Passo 2 di 4: Persone"; with room the whole way. */
export function Steps(props: { language: Language; steps: readonly string[] /** From 0. */; current: number }) {
  const { language, steps, current } = props;
  const t = kitTexts.for(language);
  const line = t('step', { current: current + 1, count: steps.length, name: steps[current] ?? '' });
  return (
    <div class="t-steps">
      <p class="t-steps-line">{line}</p>
      <progress class="t-steps-progress" max={steps.length} value={current + 1} aria-hidden="true" />
      <ol class="t-steps-way" aria-label={t('steps')}>
        {steps.map((name, index) => (
          <li
            key={name}
            class={index < current ? 't-step-done' : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            <span class="t-step-mark" aria-hidden="true">
              {index < current ? <Icon name="check" /> : index + 1}
            </span>
            <span>
              {name}
              {index < current && <span class="visually-hidden"> ({t('stepDone')})</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
