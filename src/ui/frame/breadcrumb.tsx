import type { Language } from '#platform/language.ts';
import { layoutTexts } from './layout.text.ts';

export interface Crumb {
  label: string;
  /** Absent for the page being shown. */
  href?: string | undefined;
}

/** Where this page stands, from the home page down. */
export function Breadcrumb({ language, crumbs }: { language: Language; crumbs: readonly Crumb[] }) {
  return (
    <nav class="t-breadcrumb" aria-label={layoutTexts.for(language)('breadcrumb')}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
