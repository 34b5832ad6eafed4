import type { ComponentChildren } from 'preact';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { readingTexts } from './reading.text.ts';

export interface Section {
  /** part of the address, so that a letter or another page can point here */
  readonly id: string;
  readonly title: string;
  readonly body: ComponentChildren;
}

/** A page to read: the answer first, then what is on it, then its sections. */
export function Reading(props: {
  context: PageContext;
  title: string;
  lead: string;
  before?: ComponentChildren;
  sections: readonly Section[];
}) {
  const { context, title, lead, before, sections } = props;
  const t = readingTexts.for(context.language);
  return (
    <Layout
      context={context}
      title={title}
      description={lead}
      width="text"
      breadcrumb={[{ label: t('home'), href: sitePaths.home }, { label: title }]}
    >
      <PageHeading title={title} lead={lead} />
      {before}
      <nav aria-label={t('contents')}>
        {/* On a telephone a dozen titles would fill the first page. */}
        <details class="t-contents">
          <summary>{t('contents')}</summary>
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ul>
        </details>
      </nav>
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          {section.body}
        </section>
      ))}
    </Layout>
  );
}

/** Paragraphs of plain words. */
export function Words({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}
