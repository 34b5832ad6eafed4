import { type Element, type Pdf, tag, widthOf, write } from '#platform/pdf/pdf.ts';
import type { Chart, ColumnChart, LineChart } from '../charts/chart.ts';
import { niceScale, shownLabels } from '../charts/scale.rules.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const letters = { size: 8 } as const;
const left = 30;
const bottom = 46;
/** Told apart in black and white: full, half, light, white. */
const fills = ['#17324d', '#8a99a8', '#cdd6df', '#ffffff'] as const;
const dashes = [[], [5, 3], [1, 3], [8, 2, 2, 2]] as const;

/** A chart drawn as lines and areas, with its summary for whoever listens. */
export function drawChart(pdf: Pdf, parent: Element, chart: Chart, box: Box): void {
  if (chart.kind !== 'columns' && chart.kind !== 'lines') return;
  const alt = `${chart.title}. ${chart.summary}`;
  const bbox = [box.x, box.y, box.x + box.width, box.y + box.height];
  tag(pdf, parent, 'Figure', 'drawn', () => drawAll(pdf, chart, box), { alt, bbox } as object);
}

function drawAll(pdf: Pdf, chart: ColumnChart | LineChart, box: Box): void {
  const { labels, series } = chart;
  const sums =
    chart.kind === 'columns'
      ? labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0))
      : series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const scale = niceScale(Math.max(0, ...sums));
  const plot = { x: box.x + left, y: box.y + 6, width: box.width - left, height: box.height - bottom - 6 };
  const yOf = (value: number): number => plot.y + plot.height * (1 - value / scale.top);
  const step = plot.width / Math.max(1, labels.length);
  const xOf = (index: number): number => plot.x + step * (index + 0.5);
  for (const tick of scale.ticks) {
    const y = yOf(tick);
    pdf.doc
      .lineWidth(0.4)
      .strokeColor('#b9c4cf')
      .moveTo(plot.x, y)
      .lineTo(plot.x + plot.width, y)
      .stroke();
    write(pdf, String(tick), { x: box.x, y: y - 5, width: left - 5 }, { ...letters, align: 'right' });
  }
  if (chart.kind === 'columns') drawColumns(pdf, chart, { xOf, yOf, step });
  else drawLines(pdf, chart, { xOf, yOf });
  for (const index of shownLabels(labels.length, 10)) {
    write(
      pdf,
      labels[index] ?? '',
      { x: xOf(index) - 25, y: plot.y + plot.height + 3, width: 50 },
      { ...letters, align: 'center' },
    );
  }
  drawLegend(pdf, chart, { x: plot.x, y: box.y + box.height - 27, width: plot.width });
}

function drawColumns(
  { doc }: Pdf,
  { labels, series }: ColumnChart,
  { xOf, yOf, step }: { xOf(index: number): number; yOf(value: number): number; step: number },
): void {
  const width = Math.min(26, step * 0.74);
  labels.forEach((_, column) => {
    let below = 0;
    series.forEach(({ values }, index) => {
      const value = values[column] ?? 0;
      if (value === 0) return;
      const top = yOf(below + value);
      doc
        .lineWidth(0.6)
        .rect(xOf(column) - width / 2, top, width, yOf(below) - top)
        .fillAndStroke(fills[index % fills.length] ?? '#000', '#17324d');
      below += value;
    });
  });
}

function drawLines(
  { doc }: Pdf,
  { series }: LineChart,
  { xOf, yOf }: { xOf(index: number): number; yOf(value: number): number },
): void {
  series.forEach(({ values }, index) => {
    doc.lineWidth(1.4).strokeColor('#17324d');
    dash(doc, index);
    let isDrawing = false;
    values.forEach((value, point) => {
      if (value === null) isDrawing = false;
      else if (isDrawing) doc.lineTo(xOf(point), yOf(value));
      else {
        doc.moveTo(xOf(point), yOf(value));
        isDrawing = true;
      }
    });
    doc.stroke().undash();
  });
}

function drawLegend(pdf: Pdf, chart: ColumnChart | LineChart, place: { x: number; y: number; width: number }): void {
  const { doc } = pdf;
  let { x: at, y } = place;
  chart.series.forEach(({ label }, index) => {
    const width = widthOf(pdf, label, letters) + 4;
    if (at > place.x && at + width + 22 > place.x + place.width) {
      at = place.x;
      y += 12;
    }
    if (chart.kind === 'columns') {
      doc
        .lineWidth(0.6)
        .rect(at, y + 2, 14, 8)
        .fillAndStroke(fills[index % fills.length] ?? '#000', '#17324d');
    } else {
      doc.lineWidth(1.4).strokeColor('#17324d');
      dash(doc, index);
      doc
        .moveTo(at, y + 6)
        .lineTo(at + 18, y + 6)
        .stroke()
        .undash();
    }
    write(pdf, label, { x: at + 22, y, width: width + 10 }, letters);
    at += width + 36;
  });
}

function dash(doc: PDFKit.PDFDocument, index: number): void {
  const pattern = dashes[index % dashes.length] ?? [];
  if (pattern.length > 0) doc.dash(pattern[0] ?? 1, { space: pattern[1] ?? 1 });
}
