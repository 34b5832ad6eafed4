import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { writtenFor, type WrittenLanguage, writtenLanguages } from '#platform/language.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { BookView } from './book.view.tsx';
import { bookPath, findBook, pictureFile } from './find-book.ts';
import { type BookName, books, isBook } from './manual.rules.ts';
import { pictureSizes, type Sizes } from './picture-size.ts';

/** The manuals and the frequent questions: pages of the site, and the same on paper. */
export function addManualPages(app: FastifyInstance, deps: Deps): void {
  const printed = new Map<string, Promise<Buffer>>();
  const sizesFound = new Map<string, Promise<Sizes>>();
  for (const name of books) {
    app.get(bookPath(name), async (_request, reply) => {
      const context = reply.pageContext();
      const read = writtenFor(context.language);
      const [book, sizes] = await Promise.all([findBook(name, read), sizesOf(name, read)]);
      return page(reply, <BookView {...{ context, name, book, sizes }} />);
    });
  }
  app.get<{ Params: { file: string } }>('/manual/:file', async (request, reply) => {
    const [, name = '', language = ''] = /^(\w+)\.(\w+)\.pdf$/.exec(request.params.file) ?? [];
    const written = writtenLanguages.find((known) => known === language);
    if (!isBook(name) || written === undefined) throw notFound();
    const file = await print(name, written);
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="turno-${name}-${written}.pdf"`)
      .header('cache-control', 'public, max-age=3600')
      .send(file);
  });
  app.get<{ Params: { file: string } }>('/manual/pictures/:file', async (request, reply) => {
    const [, name = '', language = ''] = /^([a-z0-9-]+)\.(\w+)\.jpg$/.exec(request.params.file) ?? [];
    const written = writtenLanguages.find((known) => known === language);
    if (name === '' || written === undefined) throw notFound();
    const file = pictureFile(name, written);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) throw notFound();
    return reply
      .type('image/jpeg')
      .header('content-length', found.size)
      .header('cache-control', 'public, max-age=86400')
      .send(createReadStream(file));
  });

  function sizesOf(name: BookName, language: WrittenLanguage): Promise<Sizes> {
    const key = `${name}.${language}`;
    const sizes = sizesFound.get(key) ?? findBook(name, language).then((book) => pictureSizes(book, language));
    sizesFound.set(key, sizes);
    sizes.catch(() => sizesFound.delete(key));
    return sizes;
  }

  // Kept once asked for: it takes a second to write, and does not change while the process runs.
  function print(name: BookName, language: WrittenLanguage): Promise<Buffer> {
    const key = `${name}.${language}`;
    let file = printed.get(key);
    if (file === undefined) {
      file = import('./print-book.ts').then(async ({ printBook }) =>
        printBook(await findBook(name, language), { language, site: deps.config.publicUrl, now: deps.clock.now() }),
      );
      printed.set(key, file);
      // What failed is tried again.
      file.catch(() => printed.delete(key));
    }
    return file;
  }
}
