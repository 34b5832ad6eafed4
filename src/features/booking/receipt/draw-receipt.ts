import { type Block, drawBlocks, heightOfBlocks } from '#platform/pdf/blocks.ts';
import {
  closePdf,
  decorate,
  openPdf,
  pageHeight,
  pageWidth,
  type Pdf,
  tag,
  widthOf,
  write,
} from '#platform/pdf/pdf.ts';
import { qrSquares } from './booking-address.ts';
import { type ReceiptContent, receiptContent, type ReceiptSetting } from './receipt-content.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

const margin = 42;
const width = pageWidth - 2 * margin;
const bottom = pageHeight - margin;
const gutter = 22;
const leftWidth = (width - gutter) * 0.44;
const rightWidth = width - gutter - leftWidth;
const codeWidth = 150;
/** How large letters of ten points may be: easy to read, small, and what nobody reads any more below. */
const largest = 1.05;
const readable = 0.85;
const smallest = 0.6;

/** The receipt as a tagged PDF: one A4 page in black and white, whatever has to stand on it. */
export async function drawReceipt(facts: ReceiptFacts, setting: ReceiptSetting): Promise<Buffer> {
  const content = receiptContent(facts, setting);
  const { language, now } = setting;
  const pdf = openPdf({ title: content.documentTitle, language, author: content.office, now });
  const top = drawHead(pdf, content, qrSquares(setting.publicUrl, facts.code));
  drawBody(pdf, content, top);
  return closePdf(pdf);
}

type Squares = ReturnType<typeof qrSquares>;

/** The ticket: what a person looks for first, large. Answers with where it ends. */
function drawHead(pdf: Pdf, content: ReceiptContent, squares: Squares): number {
  const x = margin;
  const wide = width - codeWidth - gutter;
  let y = margin;
  const line = (kind: string, text: string, size: number, weight: 'regular' | 'bold', gap = 0): void => {
    tag(pdf, pdf.root, kind, 'drawn', () => {
      y += write(pdf, text, { x, y, width: wide }, { size, weight }) + gap;
    });
  };
  line('H1', content.title, 12, 'regular', 2);
  if (content.awaited !== '') line('P', content.awaited, 12.5, 'bold', 8);
  line('P', content.office, 15, 'bold', 14);
  line('P', content.day, 20, 'bold', 0);
  const clock = { size: 48, weight: 'bold' } as const;
  const clockTop = y;
  const clockWidth = widthOf(pdf, content.time, clock);
  line('P', content.time, clock.size, 'bold', 4);
  tag(pdf, pdf.root, 'P', 'drawn', () => {
    const beside = { x: x + clockWidth + 12, y: clockTop + 32, width: wide - clockWidth - 12 };
    write(pdf, content.zone, beside, { size: 11.5 });
  });
  line('P', content.service, 15, 'bold', 2);
  line('P', content.status, 11.5, 'regular', 0);
  const ends = Math.max(y, drawCode(pdf, content, squares)) + 10;
  decorate(pdf, (doc) => {
    doc
      .lineWidth(1.4)
      .moveTo(margin, ends)
      .lineTo(pageWidth - margin, ends)
      .stroke();
  });
  return ends + 10;
}

/** The code in large letters below its QR square; answers with where it ends. */
function drawCode(pdf: Pdf, content: ReceiptContent, { side, dark }: Squares): number {
  const x = pageWidth - margin - codeWidth;
  const box = { x, width: codeWidth };
  let y = margin;
  if (content.qr !== undefined) {
    const square = 126 / side;
    const left = x + (codeWidth - 126) / 2;
    const picture = (): void => {
      pdf.doc.fillColor('black');
      for (const [row, column] of dark) pdf.doc.rect(left + column * square, y + row * square, square, square);
      pdf.doc.fill();
    };
    // A figure says where it stands: readers that reflow the page need it.
    const bbox = [left, y, left + 126, y + 126];
    tag(pdf, pdf.root, 'Figure', 'drawn', picture, { alt: content.qr, ...{ bbox } });
    y += 126 + 6;
  }
  tag(pdf, pdf.root, 'P', 'drawn', () => {
    y += write(pdf, content.codeLabel, { ...box, y }, { size: 10.5, align: 'center' });
  });
  tag(pdf, pdf.root, 'P', 'drawn', () => {
    y += write(pdf, content.code, { ...box, y }, { size: 21, weight: 'bold', align: 'center', spacing: 0.8 });
  });
  return y;
}

/** Everything else, in letters as large as one page allows; long texts of the office give way before they get small. */
function drawBody(pdf: Pdf, content: ReceiptContent, top: number): void {
  const { left, right, scale } = fit(pdf, content, bottom - top);
  const leftEnd = drawBlocks(pdf, pdf.root, left, { x: margin, y: top, width: leftWidth, scale });
  const rightX = margin + leftWidth + gutter;
  const rightEnd = drawBlocks(pdf, pdf.root, right, { x: rightX, y: top, width: rightWidth, scale });
  const line = Math.max(leftEnd, rightEnd) + 8;
  decorate(pdf, (doc) => {
    doc
      .lineWidth(0.6)
      .moveTo(margin, line)
      .lineTo(pageWidth - margin, line)
      .stroke();
  });
  drawBlocks(pdf, pdf.root, content.foot, { x: margin, y: line + 8, width, scale });
}

interface Fit {
  readonly left: readonly Block[];
  readonly right: readonly Block[];
  readonly scale: number;
}

function fit(pdf: Pdf, content: ReceiptContent, room: number): Fit {
  const { who, bring } = content;
  let where: readonly Block[] | undefined = content.where;
  let shortest = where;
  while (where !== undefined) {
    shortest = where;
    for (const [left, right] of [
      [[...who, ...where], bring],
      [who, [...bring, ...where]],
    ] as const) {
      const scale = scaleFor(pdf, [left, right, content.foot], room, readable);
      if (scale !== undefined) return { left, right, scale };
    }
    where = shorten(where);
  }
  const [left, right] = [[...who, ...shortest], bring];
  return { left, right, scale: scaleFor(pdf, [left, right, content.foot], room, smallest) ?? smallest };
}

type Columns = readonly [left: readonly Block[], right: readonly Block[], foot: readonly Block[]];

function scaleFor(pdf: Pdf, [left, right, foot]: Columns, room: number, least: number): number | undefined {
  for (let scale = largest; scale >= least; scale -= 0.05) {
    const columns = Math.max(
      heightOfBlocks(pdf, left, leftWidth, scale),
      heightOfBlocks(pdf, right, rightWidth, scale),
    );
    if (columns + 16 + heightOfBlocks(pdf, foot, width, scale) <= room) return scale;
  }
  return undefined;
}

const longText = 160;

/** The same blocks with the longest text cut in half; undefined when none is long. */
function shorten(blocks: readonly Block[]): readonly Block[] | undefined {
  const texts = blocks.map((block) => (block.kind === 'text' ? block.text : ''));
  const longest = texts.reduce((best, text, index) => (text.length > (texts[best]?.length ?? 0) ? index : best), 0);
  const text = texts[longest] ?? '';
  if (text.length < longText) return undefined;
  const half = text.slice(0, Math.floor(text.length / 2)).replace(/\s+\S*$/, '');
  return blocks.map((block, index) =>
    index === longest && block.kind === 'text' ? { ...block, text: `${half} …` } : block,
  );
}
