import type { ComponentChildren } from 'preact';
import { mayDo } from '#features/identity/index.ts';
import { localText } from '#platform/language.ts';
import type { Crumb } from '#ui/breadcrumb.tsx';
import { Layout } from '#ui/layout.tsx';
import { officeNav } from '#ui/office-nav.ts';
import type { PageContext } from '#ui/page-context.ts';
import type { AtOffice } from '../at-office.ts';

export interface DeskPageProps {
  readonly context: PageContext;
  readonly desk: AtOffice;
}

/** The frame of the pages on which an office edits its planners. */
export function DeskPage(
  props: DeskPageProps & {
    title: string;
    breadcrumb?: readonly Crumb[] | undefined;
    formId?: string | undefined;
    invalid?: boolean | undefined;
    width?: 'text' | 'wide' | 'full' | undefined;
    children: ComponentChildren;
  },
) {
  const { context, desk, children, ...page } = props;
  const { office, viewer } = desk;
  return (
    <Layout
      context={context}
      area="office"
      officeName={localText(office.name, context.language)}
      nav={officeNav(context.language, office.code, (task) => mayDo(viewer, office.id, task))}
      {...page}
    >
      {children}
    </Layout>
  );
}
