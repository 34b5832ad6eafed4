import type { ComponentChildren } from 'preact';
import { Alert } from '#ui/alert.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { loginTexts } from './login/login.text.ts';

/** A page of the test provider: each says first that it is none. The site's own menu stays away. */
export function ProviderFrame(props: {
  context: PageContext;
  title: string;
  lead?: ComponentChildren;
  width?: 'text' | 'wide';
  children: ComponentChildren;
}) {
  const { context, title, lead, width = 'text', children } = props;
  const t = loginTexts.for(context.language);
  return (
    <Layout context={context} title={`${t('kicker')}: ${title}`} width={width} nav={[]}>
      <Alert language={context.language} tone="warning" title={t('notReal')}>
        <p>{t('notRealText')}</p>
      </Alert>
      <PageHeading kicker={t('kicker')} title={title} lead={lead} />
      {children}
    </Layout>
  );
}
