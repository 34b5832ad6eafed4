import { Alert } from '../alert.tsx';
import { Actions, Button, ButtonLink } from '../button.tsx';
import { emailBannerTexts } from './email-banner.text.ts';
import { ActionForm } from '../fields/form.tsx';
import type { EmailNotice, PageContext } from './page-context.ts';
import { sitePaths } from './site-paths.ts';

/** Says to whoever is logged in that our e-mails do not reach them, and what they can do; not where they are doing it. */
export function EmailBanner({ context, notice }: { context: PageContext; notice: EmailNotice }) {
  const { language, csrf, url } = context;
  if (url.startsWith(sitePaths.profileEmail)) return null;
  const t = emailBannerTexts.for(language);
  return (
    <aside class="t-page t-crumbs t-no-print pb-3" aria-label={t('about')}>
      <Alert language={language} tone="warning" title={t('title', { address: masked(notice.address) })}>
        <p>
          {t(notice.reason)} {t('why')}
        </p>
        <Actions>
          <ButtonLink href={sitePaths.profileEmail} kind="primary" small>
            {t('correct')}
          </ButtonLink>
          <ActionForm action={sitePaths.tryEmail} csrf={csrf} language={language}>
            <Button kind="secondary" small>
              {t('tryAgain')}
            </Button>
          </ActionForm>
        </Actions>
      </Alert>
    </aside>
  );
}

/** Enough for its owner to know it, and too little for whoever looks over a shoulder. */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
