import { withArticle } from '#platform/dates.ts';
import { Alert } from '../alert.tsx';
import { Actions, ButtonLink } from '../button.tsx';
import type { PageContext } from './page-context.ts';
import { passwordEndTexts } from './password-end-banner.text.ts';
import { sitePaths } from './site-paths.ts';

/** Says ahead that a password will end, and how to go over to SPID or CIE; not on the page where one does. */
export function PasswordEndBanner({ context, lastDay }: { context: PageContext; lastDay: Temporal.PlainDate }) {
  const { language, url } = context;
  if (url.startsWith(sitePaths.ownDoors) || url.startsWith('/login') || url.startsWith('/holds/')) return null;
  const t = passwordEndTexts.for(language);
  return (
    <aside class="t-page t-crumbs t-no-print pb-3" aria-label={t('about')}>
      <Alert language={language} tone="warning" title={t('title', { lastDay: withArticle('al', lastDay, language) })}>
        <p>{t('why')}</p>
        <Actions>
          <ButtonLink href={sitePaths.ownDoors} kind="primary" small>
            {t('link')}
          </ButtonLink>
        </Actions>
      </Alert>
    </aside>
  );
}
