import { readFile } from 'node:fs/promises';
import type { WrittenLanguage } from '#platform/language.ts';
import { pictureFile } from './find-book.ts';
import type { Book } from './manual.rules.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Sizes = ReadonlyMap<string, Size>;

/** How large the pictures of a book are: the page keeps room for them, and does not jump as they arrive. */
export async function pictureSizes(book: Book, language: WrittenLanguage): Promise<Sizes> {
  const names = book.blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : []));
  const sizes = await Promise.all(
    names.map(async (name) => [name, sizeOf(await readFile(pictureFile(name, language)))] as const),
  );
  return new Map(sizes.flatMap(([name, size]) => (size === undefined ? [] : [[name, size] as const])));
}

/** Walks the segments of a JPEG to the one that begins a frame. */
export function sizeOf(file: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < file.length && file[at] === 0xff) {
    const kind = file[at + 1] ?? 0;
    // Frames are C0 to CF but for the tables among them.
    if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)) {
      return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    }
    at += 2 + file.readUInt16BE(at + 2);
  }
  return undefined;
}
