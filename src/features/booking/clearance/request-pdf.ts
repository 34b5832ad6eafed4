import { drawBlocks } from '#platform/pdf/blocks.ts';
import { closePdf, openPdf, pageWidth, tag, write } from '#platform/pdf/pdf.ts';
import type { RequestWords } from './request-words.ts';

const margin = 64;
const width = pageWidth - 2 * margin;

/** The request as a letter of one tagged A4 page. */
export async function requestPdf(words: RequestWords, now: Temporal.Instant): Promise<Buffer> {
  const { subject, language, from, to } = words;
  const pdf = openPdf({ title: subject, language, author: 'Turno', now });
  let y = margin;
  for (const [kind, text, size, weight, gap] of [
    ['P', from, 10, 'regular', 18],
    ['P', to, 12, 'bold', 26],
    ['H1', subject, 15, 'bold', 14],
  ] as const) {
    tag(pdf, pdf.root, kind, 'drawn', () => {
      y += write(pdf, text, { x: margin, y, width }, { size, weight }) + gap;
    });
  }
  drawBlocks(pdf, pdf.root, words.blocks, { x: margin, y, width, scale: 1.05 });
  return closePdf(pdf);
}
