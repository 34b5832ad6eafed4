import type { Language } from '#platform/language.ts';
import { layoutTexts } from './layout.text.ts';
import { sitePaths } from './site-paths.ts';

/** Says on every page of the trial set-up that nothing here is real. */
export function DemoBanner({ language }: { language: Language }) {
  const t = layoutTexts.for(language);
  return (
    <aside class="t-demo" aria-label={t('demo')}>
      <p class="t-header-inner">
        <span>
          <strong>{t('demo')}</strong> <span class="t-demo-what">{t('demoWhat')}</span>
        </span>
        <span class="t-demo-links">
          <a href={sitePaths.demoPeople}>{t('demoPeople')}</a>
          <a href={sitePaths.demoMail}>{t('demoMail')}</a>
        </span>
      </p>
    </aside>
  );
}
