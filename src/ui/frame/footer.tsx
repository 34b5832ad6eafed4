import type { Language } from '#platform/language.ts';
import { layoutTexts } from './layout.text.ts';
import { Logo } from './logo.tsx';
import { askForHelpPath, sitePaths } from './site-paths.ts';

/** The footer, with the two links that Italian public sites must carry, marked as the national checks look for them. */
/** `from`: the page it stands on, told to whoever is asked for help there. */
export function Footer({ language, isOffice, from }: { language: Language; isOffice: boolean; from: string }) {
  const t = layoutTexts.for(language);
  return (
    <footer class="t-footer">
      <div class="t-header-inner">
        <div class="t-footer-about">
          <p class="t-footer-brand">
            <Logo />
            <strong>Turno</strong>
          </p>
          <p class="t-footer-what">{t('footerWhat')}</p>
        </div>
        <nav aria-label={t('footerNavigation')}>
          <ul>
            <li>
              <a href={sitePaths.help}>{t('help')}</a>
            </li>
            <li>
              <a href={askForHelpPath(from)}>{t('askForHelp')}</a>
            </li>
            <li>
              <a href={sitePaths.contacts}>{t('contacts')}</a>
            </li>
            <li>
              <a href={sitePaths.faq}>{t('faq')}</a>
            </li>
            <li>
              <a href={isOffice ? sitePaths.operatorManual : sitePaths.citizenManual}>
                {isOffice ? t('operatorManual') : t('citizenManual')}
              </a>
            </li>
            <li>
              <a href={sitePaths.privacy} data-element="privacy-policy-link">
                {t('privacy')}
              </a>
            </li>
            <li>
              <a href={sitePaths.cookies}>{t('cookies')}</a>
            </li>
            <li>
              <a href={sitePaths.accessibility} data-element="accessibility-link">
                {t('accessibility')}
              </a>
            </li>
            <li>
              <a href={sitePaths.accessibilityReport}>{t('accessibilityReport')}</a>
            </li>
            <li>
              <a href={sitePaths.legal}>{t('legal')}</a>
            </li>
            <li>
              <a href={sitePaths.openData}>{t('openData')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
