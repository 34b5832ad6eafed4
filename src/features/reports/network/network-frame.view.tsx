import type { ComponentChildren } from 'preact';
import type { Crumb } from '#ui/frame/breadcrumb.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { networkNav, networkNavTexts } from '#ui/frame/network-nav.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';

/** The frame of the reports of all offices. */
export function NetworkFrame(props: {
  context: PageContext;
  title: string;
  lead: string;
  errors: number;
  breadcrumb?: readonly Crumb[];
  children: ComponentChildren;
}) {
  const { context, title, lead, errors, breadcrumb, children } = props;
  return (
    <Layout
      context={context}
      area="office"
      officeName={networkNavTexts.for(context.language)('area')}
      nav={networkNav(context.language, context.url)}
      title={title}
      width="full"
      invalid={errors > 0}
      {...(breadcrumb && { breadcrumb })}
    >
      <PageHeading title={title} lead={lead} />
      {children}
    </Layout>
  );
}
