import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import { officeTexts } from './office.text.ts';
import { searchResultsTexts } from '../search/search-results.text.ts';

/** There is no such office: the way on is to look for it. */
export function OfficeNotFoundView({ context }: { context: PageContext }) {
  const { language } = context;
  const t = officeTexts.for(language);
  const search = searchResultsTexts.for(language)('search');
  return (
    <Layout context={context} title={t('notFound')} width="text">
      <PageHeading title={t('notFound')} lead={t('notFoundAbout')} />
      <SearchForm language={language} action="/offices" label={search} suggest="/offices/suggestions" />
    </Layout>
  );
}
