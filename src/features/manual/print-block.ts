import { readFile } from 'node:fs/promises';
import type { WrittenLanguage } from '#platform/language.ts';
import {
  decorate,
  type Element,
  heightOf,
  type Lettering,
  pageHeight,
  pageWidth,
  type Pdf,
  tag,
  write,
} from '#platform/pdf/pdf.ts';
import { pictureFile } from './find-book.ts';
import { type Block, type Book, type Line, plain } from './manual.rules.ts';

export const margin = 56;
export const width = pageWidth - 2 * margin;
const bottom = pageHeight - margin - 20;
const indent = 16;
/** A picture may take so much of a page. */
const tallest = 345;
/** By so much a picture shrinks rather than leave the rest of a page empty. */
const least = 0.65;

export const looks = {
  title: { size: 26, weight: 'bold' },
  2: { size: 17, weight: 'bold' },
  3: { size: 13, weight: 'bold' },
  text: { size: 10.5 },
  strong: { size: 10.5, weight: 'bold' },
  number: { size: 10.5, align: 'right' },
  foot: { size: 8.5, align: 'center' },
} as const satisfies Record<string, Lettering>;

export interface Sheet {
  readonly pdf: Pdf;
  y: number;
}

export type Pictures = ReadonlyMap<string, Buffer>;

export async function readPictures(book: Book, language: WrittenLanguage): Promise<Pictures> {
  const names = book.blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : []));
  const files = names.map(async (name) => [name, await readFile(pictureFile(name, language))] as const);
  return new Map(await Promise.all(files));
}

/** A piece of a manual, below what is on the sheet already. */
export function print(sheet: Sheet, block: Block, pictures: Pictures): void {
  switch (block.kind) {
    case 'heading':
      sheet.y += block.level === 2 ? 16 : 10;
      if (block.level === 2) sheet.pdf.doc.outline.addItem(block.text);
      line(sheet, block.level === 2 ? 'H2' : 'H3', block.text, looks[block.level]);
      sheet.y += 4;
      return;
    case 'text':
      line(sheet, 'P', plain(block.line), looks.text);
      sheet.y += 6;
      return;
    case 'note':
      line(sheet, 'P', plain(block.line), looks.strong);
      sheet.y += 6;
      return;
    case 'list':
      list(sheet, block.items, block.ordered);
      return;
    case 'table':
      for (const row of block.rows) {
        line(sheet, 'P', rowInWords(block.head, row), looks.text);
        sheet.y += 4;
      }
      sheet.y += 2;
      return;
    case 'picture':
      picture(sheet, block, pictures);
  }
}

/** On paper a row is a sentence: columns of long words would be torn over pages. */
function rowInWords(head: readonly Line[], row: readonly Line[]): string {
  return row
    .map((cell, index) => (index === 0 ? plain(cell) : `${plain(head[index] ?? [])}: ${plain(cell)}`))
    .join(' – ');
}

export function line(sheet: Sheet, kind: string, text: string, look: Lettering): void {
  room(sheet, heightOf(sheet.pdf, text, width, look));
  tag(sheet.pdf, sheet.pdf.root, kind, 'drawn', () => {
    sheet.y += write(sheet.pdf, text, { x: margin, y: sheet.y, width }, look);
  });
}

function list(sheet: Sheet, items: readonly Line[], ordered: boolean): void {
  tag(sheet.pdf, sheet.pdf.root, 'L', 'elements', (parent) => {
    items.forEach((item, index) => {
      const text = plain(item);
      room(sheet, heightOf(sheet.pdf, text, width - indent, looks.text));
      entry(sheet, parent, { text, mark: ordered ? `${index + 1}.` : '•' });
      sheet.y += 3;
    });
  });
  sheet.y += 4;
}

function entry(sheet: Sheet, parent: Element, { text, mark }: { text: string; mark: string }): void {
  const { pdf, y } = sheet;
  tag(pdf, parent, 'LI', 'elements', (item) => {
    tag(pdf, item, 'Lbl', 'drawn', () => void write(pdf, mark, { x: margin, y, width: indent }, looks.text));
    tag(pdf, item, 'LBody', 'drawn', () => {
      sheet.y += write(pdf, text, { x: margin + indent, y, width: width - indent }, looks.text);
    });
  });
}

function picture(sheet: Sheet, block: Block & { kind: 'picture' }, pictures: Pictures): void {
  const file = pictures.get(block.name);
  if (file === undefined) return;
  room(sheet, fit(sheet, file).high * least + 10);
  const { wide, high } = fit(sheet, file, bottom - sheet.y - 10);
  const { pdf, y } = sheet;
  const options = { alt: block.alt } as const;
  tag(
    pdf,
    pdf.root,
    'Figure',
    'drawn',
    () => void pdf.doc.image(file, margin, y, { width: wide, height: high }),
    options,
  );
  decorate(pdf, (doc) => doc.lineWidth(0.5).rect(margin, y, wide, high).stroke('#888888'));
  sheet.y += high + 12;
}

function fit({ pdf }: Sheet, file: Buffer, left = tallest): { wide: number; high: number } {
  // pdfkit reads a picture's size itself, which its types leave out.
  const { width: pixels, height } = (
    pdf.doc as unknown as { openImage(file: Buffer): { width: number; height: number } }
  ).openImage(file);
  const scale = Math.min(width / pixels, tallest / height, left / height);
  return { wide: pixels * scale, high: height * scale };
}

/** How much must fit below a heading for it not to stand alone: some lines, or the picture that follows at once. */
export function neededWith(sheet: Sheet, [next, second]: readonly Block[], pictures: Pictures): number {
  if (next?.kind === 'heading') return 60 + neededWith(sheet, second ? [second] : [], pictures);
  const file = next?.kind === 'picture' ? pictures.get(next.name) : undefined;
  return 60 + (file === undefined ? 40 : fit(sheet, file).high * least);
}

export function room(sheet: Sheet, needed: number): void {
  if (sheet.y + needed > bottom) nextPage(sheet);
}

export function nextPage(sheet: Sheet): void {
  sheet.pdf.doc.addPage({ size: 'A4', margin: 0 });
  sheet.y = margin;
}
