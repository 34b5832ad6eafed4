import { longDate } from '#platform/dates.ts';
import type { WrittenLanguage } from '#platform/language.ts';
import { closePdf, decorate, heightOf, openPdf, pageHeight, type Pdf, tag, write } from '#platform/pdf/pdf.ts';
import type { Book } from './manual.rules.ts';
import { manualTexts } from './manual.text.ts';
import {
  line,
  looks,
  margin,
  neededWith,
  nextPage,
  type Pictures,
  print,
  readPictures,
  room,
  type Sheet,
  width,
} from './print-block.ts';

/** Where the first page begins. */
const cover = 120;

interface About {
  readonly language: WrittenLanguage;
  readonly site: string;
  readonly now: Temporal.Instant;
}

/** A manual on paper: tagged A4, with its contents, its pictures described, headings as bookmarks and page numbers. */
export async function printBook(book: Book, about: About): Promise<Buffer> {
  const pictures = await readPictures(book, about.language);
  // Laid out twice: the first time tells on which page each chapter begins.
  const { pages } = layOut(book, { ...about, pictures, pages: new Map() });
  return closePdf(layOut(book, { ...about, pictures, pages }).pdf);
}

type Pages = ReadonlyMap<string, number>;

function layOut(
  book: Book,
  { language, site, now, pictures, pages }: About & { pictures: Pictures; pages: Pages },
): { pdf: Pdf; pages: Pages } {
  const t = manualTexts.for(language);
  const pdf = openPdf({ title: book.title, language, author: 'Turno', now });
  const sheet: Sheet = { pdf, y: cover };
  line(sheet, 'H1', book.title, looks.title);
  sheet.y += 10;
  line(sheet, 'P', book.lead, looks.text);
  sheet.y += 6;
  const day = now.toZonedDateTimeISO('Europe/Rome').toPlainDate();
  line(sheet, 'P', `${t('edition', { day: longDate(day, language) })} ${site}`, looks.text);
  sheet.y += 24;
  contents(sheet, book, pages);
  nextPage(sheet);
  const found = new Map<string, number>();
  book.blocks.forEach((block, index) => {
    // A heading stays with what follows it.
    if (block.kind === 'heading') room(sheet, neededWith(sheet, book.blocks.slice(index + 1), pictures));
    print(sheet, block, pictures);
    if (block.kind === 'heading') found.set(block.id, pdf.doc.bufferedPageRange().count);
  });
  numberPages(pdf, (page, all) => t('foot', { page, pages: all }));
  return { pdf, pages: found };
}

/** The chapters and their pages. */
function contents(sheet: Sheet, book: Book, pages: Pages): void {
  const { pdf } = sheet;
  const narrow = width - 40;
  tag(pdf, pdf.root, 'TOC', 'elements', (toc) => {
    for (const block of book.blocks) {
      if (block.kind !== 'heading' || block.level !== 2) continue;
      room(sheet, heightOf(pdf, block.text, narrow, looks.text));
      tag(pdf, toc, 'TOCI', 'drawn', () => {
        const { y } = sheet;
        sheet.y += write(pdf, block.text, { x: margin, y, width: narrow }, looks.text) + 4;
        const page = String(pages.get(block.id) ?? '');
        if (page !== '') write(pdf, page, { x: margin + narrow, y, width: 40 }, looks.number);
      });
    }
  });
}

function numberPages(pdf: Pdf, foot: (page: number, pages: number) => string): void {
  const { doc } = pdf;
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    decorate(
      pdf,
      () => void write(pdf, foot(page + 1, count), { x: margin, y: pageHeight - margin, width }, looks.foot),
    );
  }
}
