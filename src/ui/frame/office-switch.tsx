import { localText } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { PageContext } from './page-context.ts';

const texts = defineTexts('ui/office-switch', {
  it: { change: 'Cambia sede', all: 'Tutte le mie sedi' },
  en: { change: 'Change office', all: 'All my offices' },
});

/** From one office to another, for those who work at several. */
export function OfficeSwitch({ context }: { context: PageContext }) {
  const { language, offices } = context;
  if (!offices) return null;
  const t = texts.for(language);
  return (
    <details class="t-office-switch">
      <summary>{t('change')}</summary>
      <ul>
        {offices.map(({ href, name, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'true' : undefined}>
              {localText(name, language)}
            </a>
          </li>
        ))}
        <li>
          <a href="/office/agenda">{t('all')}</a>
        </li>
      </ul>
    </details>
  );
}
