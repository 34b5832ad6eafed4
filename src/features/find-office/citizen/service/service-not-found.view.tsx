import { localText } from '#platform/language.ts';
import { ErrorPage } from '#ui/error-page.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import type { Office } from '#features/offices/index.ts';
import { officePath } from '../../addresses.ts';
import { serviceTexts } from './service.text.ts';

export function ServiceNotFoundView({ context, office }: { context: PageContext; office: Office }) {
  const t = serviceTexts.for(context.language);
  const ways = [
    { href: officePath(office.code), label: t('servicesOf') },
    { href: sitePaths.home, label: t('search') },
  ];
  return (
    <ErrorPage
      context={context}
      title={t('notFound')}
      why={`${localText(office.name, context.language)}. ${t('notFoundAbout')}`}
      ways={ways}
    />
  );
}
