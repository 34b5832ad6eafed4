import type { ComponentChildren } from 'preact';
import type { Crumb } from '#ui/frame/breadcrumb.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { networkNav, networkNavTexts } from '#ui/frame/network-nav.ts';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { Inbox } from './inbox-of.ts';

/** The frame of an inbox: the office's, or that of the network. */
export function InboxPage(props: {
  context: PageContext;
  inbox: Inbox;
  title: string;
  width?: 'wide' | 'full';
  breadcrumb?: readonly Crumb[];
  formId?: string;
  invalid?: boolean;
  children: ComponentChildren;
}) {
  const { context, inbox, children, ...page } = props;
  const { office } = inbox;
  if (office === null) {
    return (
      <Layout
        area="office"
        officeName={networkNavTexts.for(context.language)('area')}
        nav={networkNav(context.language, context.url)}
        context={context}
        {...page}
      >
        {children}
      </Layout>
    );
  }
  return (
    <OfficeLayout context={context} at={{ office, may: (task) => inbox.may(task) }} {...page}>
      {children}
    </OfficeLayout>
  );
}
