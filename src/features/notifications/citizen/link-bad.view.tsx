import { ErrorPage } from '#ui/error-page.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { linkTexts } from './link.text.ts';

/** A link that is not ours, or was good once. */
export function BadLinkView({ context, reason }: { context: PageContext; reason: 'not-a-link' | 'expired' }) {
  const t = linkTexts.for(context.language);
  const expired = reason === 'expired';
  return (
    <ErrorPage
      context={context}
      title={expired ? t('expiredTitle') : t('unknownTitle')}
      why={expired ? t('expiredText') : t('unknownText')}
      ways={[
        { href: sitePaths.bookings, label: t('myBookings') },
        { href: sitePaths.home, label: t('home') },
      ]}
    />
  );
}
