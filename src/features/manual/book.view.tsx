import { languageName, writtenFor, type WrittenLanguage } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { bookPath, otherBooks, picturePath, printedPath } from './find-book.ts';
import type { Block, Book, BookName, Line } from './manual.rules.ts';
import { manualTexts } from './manual.text.ts';
import type { Sizes } from './picture-size.ts';

/** A manual to read on the site: its contents first, then its chapters. */
export function BookView({
  context,
  name,
  book,
  sizes,
}: {
  context: PageContext;
  name: BookName;
  book: Book;
  sizes: Sizes;
}) {
  const { language } = context;
  const t = manualTexts.for(language);
  const read = writtenFor(language);
  /** of a book in another language than the page's */
  const lang = read === language ? undefined : read;
  const chapters = book.blocks.filter((block) => block.kind === 'heading' && block.level === 2);
  return (
    <Layout
      context={context}
      title={book.title}
      description={book.lead}
      width="text"
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: t('help'), href: sitePaths.help },
        { label: book.title },
      ]}
    >
      {lang && <Alert language={language} tone="info" title={t('inOther', { language: languageName(lang) })} />}
      <div lang={lang}>
        <PageHeading title={book.title} lead={book.lead} />
      </div>
      <p>
        <a href={printedPath(name, read)}>{t('print')}</a>
      </p>
      <nav aria-label={t('contents')}>
        <details class="t-contents" lang={lang}>
          <summary lang={language}>{t('contents')}</summary>
          <ul>
            {chapters.map(
              (chapter) =>
                chapter.kind === 'heading' && (
                  <li key={chapter.id}>
                    <a href={`#${chapter.id}`}>{chapter.text}</a>
                  </li>
                ),
            )}
          </ul>
        </details>
      </nav>
      <div lang={lang}>
        {book.blocks.map((block, index) => (
          <BlockView key={index} block={block} language={read} sizes={sizes} />
        ))}
      </div>
      <h2>{t('others')}</h2>
      <ul>
        {otherBooks(name).map((other) => (
          <li key={other}>
            <a href={bookPath(other)}>{t(other)}</a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

function BlockView({ block, language, sizes }: { block: Block; language: WrittenLanguage; sizes: Sizes }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2 id={block.id}>{block.text}</h2> : <h3 id={block.id}>{block.text}</h3>;
    case 'text':
      return (
        <p>
          <Spans line={block.line} />
        </p>
      );
    case 'note':
      return (
        <p class="t-aside">
          <Spans line={block.line} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Spans line={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <TableView head={block.head} rows={block.rows} />;
    case 'picture':
      return (
        <figure class="t-picture">
          <img src={picturePath(block.name, language)} alt={block.alt} loading="lazy" {...sizes.get(block.name)} />
          <figcaption aria-hidden="true">{block.alt}</figcaption>
        </figure>
      );
  }
}

function TableView({ head, rows }: { head: readonly Line[]; rows: readonly (readonly Line[])[] }) {
  return (
    <div class="table-responsive" tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                <Spans line={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={number}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    <Spans line={cell} />
                  </th>
                ) : (
                  <td key={index}>
                    <Spans line={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Spans({ line }: { line: Line }) {
  return (
    <>
      {line.map((span, index) => {
        switch (span.kind) {
          case 'text':
            return span.text;
          case 'strong':
            return <strong key={index}>{span.text}</strong>;
          case 'label':
            return <strong key={index}>{span.text}</strong>;
          case 'code':
            return <code key={index}>{span.text}</code>;
          case 'link':
            return (
              <a key={index} href={span.href}>
                {span.text}
              </a>
            );
        }
      })}
    </>
  );
}
