import { type Element, type Lettering, type Pdf, decorate, heightOf, tag, write } from './pdf.ts';

/** Running text: what a column of a printed page is made of. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean }
  /** `box`: with boxes to tick */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly mark: 'box' | 'dot' };

export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** 1 for letters of ten points. */
  readonly scale: number;
}

/** The height of blocks one below the other. */
export function heightOfBlocks(pdf: Pdf, blocks: readonly Block[], width: number, scale: number): number {
  return blocks.reduce((sum, block, index) => sum + heightOfBlock(pdf, block, width, scale, index === 0), 0);
}

/** Draws blocks one below the other; answers with where they end. */
export function drawBlocks(pdf: Pdf, parent: Element, blocks: readonly Block[], column: Column): number {
  let y = column.y;
  blocks.forEach((block, index) => {
    drawBlock(pdf, parent, block, { ...column, y: y + gapBefore(block, column.scale, index === 0) });
    y += heightOfBlock(pdf, block, column.width, column.scale, index === 0);
  });
  return y;
}

function drawBlock(pdf: Pdf, parent: Element, block: Block, column: Column): void {
  const { scale } = column;
  switch (block.kind) {
    case 'heading':
      tag(pdf, parent, 'H2', 'drawn', () => write(pdf, block.text, column, headingLook(scale)));
      return;
    case 'text':
      tag(pdf, parent, 'P', 'drawn', () => write(pdf, block.text, column, textLook(block, scale)));
      return;
    case 'list':
      tag(pdf, parent, 'L', 'elements', (list) => drawItems(pdf, list, block, column));
  }
}

function drawItems(pdf: Pdf, list: Element, block: Block & { kind: 'list' }, { x, y, width, scale }: Column): void {
  const indent = indentOf(block, scale);
  let top = y;
  for (const item of block.items) {
    decorate(pdf, (doc) => {
      if (block.mark === 'box') {
        doc
          .lineWidth(0.9)
          .rect(x + 0.5, top + 2.6 * scale, 8 * scale, 8 * scale)
          .stroke();
      } else doc.circle(x + 2.5 * scale, top + 7 * scale, 1.3 * scale).fill();
    });
    tag(pdf, list, 'LI', 'elements', (entry) => {
      tag(pdf, entry, 'LBody', 'drawn', () =>
        write(pdf, item, { x: x + indent, y: top, width: width - indent }, itemLook(scale)),
      );
    });
    top += heightOfItem(pdf, item, block, width, scale);
  }
}

function heightOfBlock(pdf: Pdf, block: Block, width: number, scale: number, isFirst: boolean): number {
  const gap = gapBefore(block, scale, isFirst);
  switch (block.kind) {
    case 'heading':
      return gap + heightOf(pdf, block.text, width, headingLook(scale));
    case 'text':
      return gap + heightOf(pdf, block.text, width, textLook(block, scale));
    case 'list':
      return block.items.reduce((sum, item) => sum + heightOfItem(pdf, item, block, width, scale), gap);
  }
}

function heightOfItem(pdf: Pdf, item: string, block: Block & { kind: 'list' }, width: number, scale: number): number {
  const below = block.mark === 'box' ? 3 : 1;
  return heightOf(pdf, item, width - indentOf(block, scale), itemLook(scale)) + below * scale;
}

function gapBefore(block: Block, scale: number, isFirst: boolean): number {
  if (isFirst) return 0;
  return (block.kind === 'heading' ? 9 : 1.5) * scale;
}

const indentOf = (block: Block & { kind: 'list' }, scale: number): number => (block.mark === 'box' ? 14 : 9) * scale;
const headingLook = (scale: number): Lettering => ({ size: 11.5 * scale, weight: 'bold' });
const itemLook = (scale: number): Lettering => ({ size: 10 * scale });
const textLook = (block: { strong?: boolean }, scale: number): Lettering => ({
  size: 10 * scale,
  weight: block.strong ? 'bold' : 'regular',
});
