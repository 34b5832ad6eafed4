import { Alert } from '../alert.tsx';
import type { PageContext } from './page-context.ts';
import { restrictedBannerTexts } from './restricted-banner.text.ts';
import { sitePaths } from './site-paths.ts';

/** Says to whoever is logged in that new bookings are blocked somewhere, and where they can read why and answer. */
export function RestrictedBanner({ context }: { context: PageContext }) {
  const { language, url } = context;
  if (url.startsWith(sitePaths.restrictions)) return null;
  const t = restrictedBannerTexts.for(language);
  return (
    <aside class="t-page t-crumbs t-no-print pb-3" aria-label={t('about')}>
      <Alert language={language} tone="warning" title={t('title')}>
        <p class="mb-0">
          {t('stays')} <a href={sitePaths.restrictions}>{t('read')}</a>
        </p>
      </Alert>
    </aside>
  );
}
