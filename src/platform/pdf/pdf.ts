import type PDFDocument from 'pdfkit';
import { type Language, localeOf } from '../language.ts';
import { loadLater } from '../load-later.ts';
import { familyFor, printable, type Weight } from './fonts.ts';

const pdfkit = loadLater<typeof PDFDocument>('pdfkit');

/** A4 in points. */
export const pageWidth = 595.28;
export const pageHeight = 841.89;

export type Element = PDFKit.PDFStructureElement;

/** A tagged PDF being written: a screen reader is told what is a heading, a list, a table. Black on white. */
export interface Pdf {
  readonly doc: PDFKit.PDFDocument;
  /** The root of the structure: everything that is read aloud hangs below it, in reading order. */
  readonly root: Element;
}

export interface Lettering {
  readonly size: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'right' | 'center';
  /** Blank between letters, in points. */
  readonly spacing?: number;
}

export function openPdf(about: { title: string; language: Language; author: string; now: Temporal.Instant }): Pdf {
  const doc = new (pdfkit())({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    // The types know the archive formats only.
    subset: 'PDF/UA' as unknown as 'PDF/A-2a',
    tagged: true,
    lang: localeOf(about.language),
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: about.title,
      Author: about.author,
      Creator: 'Turno',
      CreationDate: new Date(about.now.epochMilliseconds),
    },
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root };
}

/** Ends the document and gives its bytes. */
export async function closePdf({ doc, root }: Pdf): Promise<Buffer> {
  root.end();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}

/** An element of the structure with what it holds: `draw` draws its content or adds elements below it. */
export function tag(
  { doc }: Pdf,
  parent: Element,
  kind: string,
  content: 'drawn' | 'elements',
  draw: (element: Element) => void,
  more: PDFKit.Mixins.StructureElementOptions = {},
): void {
  const element = doc.struct(kind, more);
  parent.add(element);
  if (content === 'elements') draw(element);
  else element.add(() => draw(element));
  element.end();
}

/** Lines and boxes that mean nothing to somebody who listens. */
export function decorate({ doc }: Pdf, draw: (doc: PDFKit.PDFDocument) => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw(doc.fillColor('black').strokeColor('black'));
  doc.endMarkedContent();
}

/** Draws a text, within the element that is being drawn; answers with the height it took. */
export function write(pdf: Pdf, text: string, box: { x: number; y: number; width: number }, look: Lettering): number {
  const { doc } = pdf;
  const { shown, options } = dress(pdf, text, look);
  const from = doc.y;
  doc.fillColor('black').text(shown, box.x, box.y, { ...options, width: box.width });
  const height = doc.y - box.y;
  doc.y = from;
  return height;
}

/** The height a text takes. */
export function heightOf(pdf: Pdf, text: string, width: number, look: Lettering): number {
  const { shown, options } = dress(pdf, text, look);
  return pdf.doc.heightOfString(shown, { ...options, width });
}

/** The width of a text on one line. */
export function widthOf(pdf: Pdf, text: string, look: Lettering): number {
  const { shown, options } = dress(pdf, text, look);
  return pdf.doc.widthOfString(shown, options);
}

// Chooses the font. A text is all in one: single letters from another family would stand out.
function dress({ doc }: Pdf, text: string, { size, weight = 'regular', align, spacing }: Lettering) {
  const clean = printable(text);
  const known = familyFor(clean);
  // Whoever writes asks `familyFor` first where any letter may come; this is the last resort.
  const shown = known ? clean : [...clean].filter((letter) => familyFor(letter)?.isMain).join('');
  const { family, isMain } = known ?? familyFor('') ?? unreachable();
  // pdfkit takes a font that is parsed already, which its types do not say.
  doc.font(family[weight] as unknown as Buffer).fontSize(isMain ? size : size * 0.88);
  const options: PDFKit.Mixins.TextOptions = {
    lineGap: isMain ? -size * 0.18 : size * 0.12,
    ...(align && { align }),
    ...(spacing !== undefined && { characterSpacing: spacing }),
    // Laid out whole: words of an Arabic name would otherwise follow one another from left to right.
    ...(!isMain && { features: [] }),
  };
  return { shown, options };
}

function unreachable(): never {
  throw new Error('an empty text has no letters that a font could lack');
}
