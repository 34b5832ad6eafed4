import type { ComponentChildren } from 'preact';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { networkPaths } from '../paths.ts';
import { networkTexts } from './network.text.ts';

/** The frame of the pages for whoever looks after the whole network. */
export function NetworkPage(props: {
  context: PageContext;
  title: string;
  lead: string;
  aside?: ComponentChildren;
  formId?: string | undefined;
  invalid?: boolean | undefined;
  width?: 'text' | 'wide' | undefined;
  children: ComponentChildren;
}) {
  const { context, title, lead, aside, children, ...page } = props;
  const t = networkTexts.for(context.language);
  const path = context.url.split('?')[0] ?? '';
  const nav = [
    { href: networkPaths.offices, label: t('offices'), current: path === networkPaths.offices },
    { href: networkPaths.contacts, label: t('contacts') },
    { href: networkPaths.people, label: t('people') },
    { href: networkPaths.roles, label: t('roles') },
    { href: networkPaths.site, label: t('site') },
    { href: networkPaths.reports, label: t('reports') },
    { href: sitePaths.office, label: t('desk') },
  ];
  return (
    <Layout context={context} area="office" officeName={t('area')} nav={nav} title={title} {...page}>
      <PageHeading title={title} lead={lead} aside={aside} />
      {children}
    </Layout>
  );
}
