import type { ComponentChildren } from 'preact';
import { Layout } from '#ui/frame/layout.tsx';
import { networkNav, networkNavTexts } from '#ui/frame/network-nav.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';

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
  const t = networkNavTexts.for(context.language);
  return (
    <Layout
      context={context}
      area="office"
      officeName={t('area')}
      nav={networkNav(context.language, context.url)}
      title={title}
      {...page}
    >
      <PageHeading title={title} lead={lead} aside={aside} />
      {children}
    </Layout>
  );
}
