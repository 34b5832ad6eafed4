import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { helpTexts } from '../help.text.ts';

/** The same words whether or not an account has the address. */
export function SentView({ context, email }: { context: PageContext; email: string }) {
  const t = helpTexts.for(context.language);
  return (
    <Layout
      context={context}
      title={t('sentTitle')}
      width="text"
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: t('help'), href: sitePaths.help },
        { label: t('sentTitle') },
      ]}
    >
      <PageHeading title={t('sentTitle')} />
      <Alert language={context.language} tone="success" live>
        <p class="mb-0">{t('sentText', { email })}</p>
      </Alert>
      <Actions>
        <ButtonLink href={sitePaths.home}>{t('backHome')}</ButtonLink>
      </Actions>
    </Layout>
  );
}
