import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
// Every page, so that its words are known.
import '../../app.ts';
import { projectPath } from '#platform/root.ts';
import { writtenLanguages } from '#platform/language.ts';
import { findBook, pictureFile } from './find-book.ts';
import { books } from './manual.rules.ts';
import { pictureSizes, sizeOf } from './picture-size.ts';
import { printBook } from './print-book.ts';
import { readBook } from './read-book.ts';

const now = Temporal.Instant.from('2026-11-22T09:00:00Z');

describe.each(books)('the manual %s', (name) => {
  it.each(writtenLanguages)('is whole in %s: every label is on a page, every picture is there', async (language) => {
    const book = await findBook(name, language);
    const pictures = book.blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : []));
    expect(pictures.filter((picture) => !existsSync(pictureFile(picture, language)))).toEqual([]);
    const ids = book.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says the same in each language: as many chapters, the same pictures in the same order', async () => {
    const [first, ...others] = await Promise.all(
      writtenLanguages.map(async (language) => (await findBook(name, language)).blocks.map(shapeOf)),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it('is printed as a tagged document', async () => {
    const file = await printBook(await findBook(name, 'en'), { language: 'en', site: 'https://turno.example', now });
    const text = file.toString('latin1');
    expect(text).toMatch(/\/Lang \(en-GB\)/);
    expect(text).toMatch(/\/S \/H2\b/);
  });
});

describe('the manuals', () => {
  it('leave no picture behind that none of them shows', async () => {
    const shown = new Set<string>();
    for (const name of books) {
      for (const language of writtenLanguages) {
        for (const block of (await findBook(name, language)).blocks)
          if (block.kind === 'picture') shown.add(`${block.name}.${language}.jpg`);
      }
    }
    const kept = (await readdir(projectPath('docs', 'manual', 'pictures'))).filter((file) => file.endsWith('.jpg'));
    expect(kept.filter((file) => !shown.has(file))).toEqual([]);
  });

  it('keep room on the page for each picture', async () => {
    const sizes = await pictureSizes(await findBook('citizen', 'it'), 'it');
    expect(sizes.get('home')).toMatchObject({ width: 960 });
    expect([...sizes.values()].every(({ height }) => height >= 300 && height <= 720)).toBe(true);
    expect(sizeOf(Buffer.from('no picture'))).toBeUndefined();
  });

  it('cannot name what is written nowhere', () => {
    expect(() => readBook('# A\n\nB\n\nPress [[site/help:no-such-word]].', 'en')).toThrow('site/help:no-such-word');
    expect(() => readBook('# A\n\nB\n\n<script>alert(1)</script>', 'en')).toThrow('html');
    expect(() => readBook('# A\n\nB\n\n[x](javascript:alert)', 'en')).toThrow('link');
  });

  it('name a button by what is written on it', () => {
    const [block] = readBook('# A\n\nB\n\nOpen [[site/help:title]].', 'en').blocks;
    expect(block).toEqual({
      kind: 'text',
      line: [
        { kind: 'text', text: 'Open ' },
        { kind: 'label', text: 'Help' },
        { kind: 'text', text: '.' },
      ],
    });
  });
});

function shapeOf(block: Awaited<ReturnType<typeof findBook>>['blocks'][number]): string {
  switch (block.kind) {
    case 'heading':
      return `heading ${block.level}`;
    case 'picture':
      return `picture ${block.name}`;
    case 'list':
      return `list of ${block.items.length}`;
    case 'table':
      return `table of ${block.rows.length}`;
    default:
      return block.kind;
  }
}
