import { readFile } from 'node:fs/promises';
import { projectPath } from '#platform/root.ts';
import type { WrittenLanguage } from '#platform/language.ts';
import { type Book, type BookName, books } from './manual.rules.ts';
import { readBook } from './read-book.ts';

const read = new Map<string, Promise<Book>>();

/** A manual in a language; read once. */
export function findBook(name: BookName, language: WrittenLanguage): Promise<Book> {
  const key = `${name}.${language}`;
  let book = read.get(key);
  if (book === undefined) {
    book = readFile(projectPath('docs', 'manual', `${key}.md`), 'utf8').then((source) => readBook(source, language));
    read.set(key, book);
  }
  return book;
}

export const bookPath = (name: BookName): string => (name === 'faq' ? '/faq' : `/manual/${name}`);
export const printedPath = (name: BookName, language: WrittenLanguage): string => `/manual/${name}.${language}.pdf`;
export const picturePath = (picture: string, language: WrittenLanguage): string =>
  `/manual/pictures/${picture}.${language}.jpg`;
export const pictureFile = (picture: string, language: WrittenLanguage): string =>
  projectPath('docs', 'manual', 'pictures', `${picture}.${language}.jpg`);
export const otherBooks = (name: BookName): readonly BookName[] => books.filter((book) => book !== name);
