import type { Language } from '#platform/language.ts';
import { layoutTexts } from './layout.text.ts';
import { Logo } from './logo.tsx';
import { sitePaths } from './site-paths.ts';

/** The footer, with the two links that Italian public sites must carry. */
export function Footer({ language }: { language: Language }) {
  const t = layoutTexts.for(language);
  return (
    <footer class="t-footer">
      <div class="t-header-inner">
        <p class="t-footer-brand">
          <Logo />
          <strong>Turno</strong>
        </p>
        <nav aria-label={t('footerNavigation')}>
          <ul>
            <li>
              <a href={sitePaths.help}>{t('help')}</a>
            </li>
            <li>
              <a href={sitePaths.accessibility} data-element="accessibility-link">
                {t('accessibility')}
              </a>
            </li>
            <li>
              <a href={sitePaths.privacy} data-element="privacy-policy-link">
                {t('privacy')}
              </a>
            </li>
          </ul>
        </nav>
        <p class="t-footer-what">{t('footerWhat')}</p>
      </div>
    </footer>
  );
}
