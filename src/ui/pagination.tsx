import type { Language } from '#platform/language.ts';
import { Icon } from './icon.tsx';
import { kitTexts } from './kit.text.ts';

/** The pages of a list read by cursor: one back, one on. */
export function Pagination(props: { language: Language; previous?: string | undefined; next?: string | undefined }) {
  const { language, previous, next } = props;
  if (!previous && !next) return null;
  const t = kitTexts.for(language);
  return (
    <nav class="t-pagination" aria-label={t('pages')}>
      {previous && (
        <a href={previous} rel="prev">
          <Icon name="chevron-left" />
          {t('previous')}
        </a>
      )}
      {next && (
        <a class="t-pagination-next" href={next} rel="next">
          {t('next')}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
