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
} from './pdf.ts';

export interface PaperColumn {
  readonly label: string;
  /** Share of the page's width. */
  readonly share: number;
  /** A square to tick instead of a text. */
  readonly box?: boolean;
  /** Numbers, one below the other. */
  readonly numeric?: boolean;
}

export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  /** One text for each column that has none to tick; the first names the row. */
  readonly rows: readonly (readonly string[])[];
  /** What stands at the foot of each page: "Pagina 1 di 3". */
  foot(page: number, pages: number): string;
}

const margin = 36;
const width = pageWidth - 2 * margin;
const bottom = pageHeight - margin - 16;
const padding = 3;
const cellLook: Lettering = { size: 9.5 };
const firstLook: Lettering = { size: 9.5, weight: 'bold' };
const headLook: Lettering = { size: 8.5, weight: 'bold' };

/**
 * A table over as many pages as it needs, below `top` on the first. Its heading stands on every page, and is read aloud
 * once; no row is torn apart.
 */
export function drawTable(pdf: Pdf, table: PaperTable, top: number): void {
  const heights = table.rows.map((row) => heightOfRow(pdf, table, row));
  const headHeight = heightOfCells(pdf, table, (column) => [column.label, headLook]);
  const pages = paginate(heights, bottom - top - headHeight, bottom - margin - headHeight);
  tag(pdf, pdf.root, 'Table', 'elements', (element) => {
    let row = 0;
    pages.forEach((count, page) => {
      if (page > 0) pdf.doc.addPage();
      let y = page === 0 ? top : margin;
      drawHead(pdf, element, table, y, page === 0);
      y += headHeight;
      for (const last = row + count; row < last; row += 1) {
        drawRow(pdf, element, table, row, y, heights[row] ?? 0);
        y += heights[row] ?? 0;
      }
      decorate(pdf, () =>
        write(
          pdf,
          table.foot(page + 1, pages.length),
          { x: margin, y: bottom + 6, width },
          { size: 8.5, align: 'right' },
        ),
      );
    });
  });
}

/** How many rows stand on each page. */
function paginate(heights: readonly number[], firstRoom: number, room: number): number[] {
  const pages = [0];
  let left = firstRoom;
  for (const height of heights) {
    if (height > left && pages.at(-1) !== 0) {
      pages.push(0);
      left = room;
    }
    pages[pages.length - 1] = (pages.at(-1) ?? 0) + 1;
    left -= height;
  }
  return pages;
}

function drawHead(pdf: Pdf, element: Element, table: PaperTable, y: number, isFirst: boolean): void {
  const cells = placed(table);
  if (isFirst) {
    tag(pdf, element, 'TR', 'elements', (row) => {
      for (const { label, x, wide, numeric } of cells) {
        const scope = { scope: 'Column' };
        tag(
          pdf,
          row,
          'TH',
          'drawn',
          () => write(pdf, label, { x, y, width: wide }, aligned(headLook, numeric)),
          scope as object,
        );
      }
    });
  } else {
    decorate(pdf, () => {
      for (const { label, x, wide, numeric } of cells)
        write(pdf, label, { x, y, width: wide }, aligned(headLook, numeric));
    });
  }
  const line = y + heightOfCells(pdf, table, (column) => [column.label, headLook]) - 1;
  decorate(pdf, (doc) => {
    doc
      .lineWidth(1)
      .moveTo(margin, line)
      .lineTo(margin + width, line)
      .stroke();
  });
}

function drawRow(pdf: Pdf, element: Element, table: PaperTable, index: number, y: number, height: number): void {
  const texts = table.rows[index] ?? [];
  tag(pdf, element, 'TR', 'elements', (row) => {
    placed(table).forEach(({ x, wide, box, numeric }, column) => {
      const text = texts[column] ?? '';
      if (box) {
        decorate(pdf, (doc) => {
          doc
            .lineWidth(0.9)
            .rect(x, y + padding, 11, 11)
            .stroke();
        });
        tag(pdf, row, 'TD', 'drawn', () => undefined);
        return;
      }
      const look = aligned(column === 0 ? firstLook : cellLook, numeric);
      const scope = column === 0 ? { scope: 'Row' } : {};
      tag(
        pdf,
        row,
        column === 0 ? 'TH' : 'TD',
        'drawn',
        () => {
          if (text !== '') write(pdf, text, { x, y: y + padding, width: wide }, look);
        },
        scope as object,
      );
    });
  });
  decorate(pdf, (doc) => {
    const line = y + height;
    doc
      .lineWidth(0.4)
      .moveTo(margin, line)
      .lineTo(margin + width, line)
      .stroke();
  });
}

function aligned(look: Lettering, numeric = false): Lettering {
  return numeric ? { ...look, align: 'right' } : look;
}

function heightOfRow(pdf: Pdf, table: PaperTable, texts: readonly string[]): number {
  return heightOfCells(pdf, table, (_, column) => {
    const text = texts[column] ?? '';
    return [text, column === 0 ? firstLook : cellLook];
  });
}

function heightOfCells(
  pdf: Pdf,
  table: PaperTable,
  cell: (column: PaperColumn, index: number) => readonly [text: string, look: Lettering],
): number {
  const heights = placed(table).map((place, index) => {
    const [text, look] = cell(place, index);
    return text === '' ? 0 : heightOf(pdf, text, place.wide, look);
  });
  return Math.max(14, ...heights) + 2 * padding;
}

function placed({ columns }: PaperTable): (PaperColumn & { x: number; wide: number })[] {
  const sum = columns.reduce((total, { share }) => total + share, 0);
  let x = margin;
  return columns.map((column) => {
    const whole = (column.share / sum) * width;
    const place = { ...column, x, wide: whole - 6 };
    x += whole;
    return place;
  });
}
