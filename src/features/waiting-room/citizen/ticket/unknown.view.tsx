import { ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { endedTexts } from './ended.text.ts';

/** An address that is no ticket of ours, or of a room long over. */
export function UnknownTicketView({ context }: { context: PageContext }) {
  const t = endedTexts.for(context.language);
  return (
    <Layout context={context} title={t('unknownTitle')} width="text">
      <PageHeading title={t('unknownTitle')} lead={t('unknownText')} />
      <div class="t-actions">
        <ButtonLink href={sitePaths.bookings}>{t('bookings')}</ButtonLink>
        <ButtonLink href={sitePaths.home} kind="secondary">
          {t('find')}
        </ButtonLink>
      </div>
    </Layout>
  );
}
