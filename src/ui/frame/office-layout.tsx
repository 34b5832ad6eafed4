import type { ComponentChildren } from 'preact';
import { type LocalText, localText } from '#platform/language.ts';
import type { Crumb } from './breadcrumb.tsx';
import { Layout } from './layout.tsx';
import { type NavTask, officeNav } from './office-nav.ts';
import { OfficeSearch } from './office-search.tsx';
import type { PageContext } from './page-context.ts';

/** The frame of every page of an office: its name in the header, its menu with what the viewer may do there. */
export function OfficeLayout(props: {
  context: PageContext;
  at: {
    readonly office: { readonly code: string; readonly name: LocalText };
    may(task: NavTask): boolean;
  };
  title: string;
  formId?: string | undefined;
  invalid?: boolean | undefined;
  breadcrumb?: readonly Crumb[] | undefined;
  width?: 'text' | 'wide' | 'full' | undefined;
  /** The page has the search itself. */
  searchesItself?: boolean | undefined;
  /** Without scripts the page asks for itself again after so many seconds. */
  refreshAfter?: string | undefined;
  children: ComponentChildren;
}) {
  const { context, at, searchesItself = false, children, ...page } = props;
  const { office } = at;
  return (
    <Layout
      context={context}
      area="office"
      officeName={localText(office.name, context.language)}
      nav={officeNav(context, office.code, (task) => at.may(task))}
      search={
        !searchesItself &&
        at.may('see-booking') && (
          <OfficeSearch language={context.language} csrf={context.csrf} officeCode={office.code} />
        )
      }
      {...page}
    >
      {children}
    </Layout>
  );
}
