import type { Office } from '#features/offices/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { closePdf, openPdf, pageWidth, tag, write } from '#platform/pdf/pdf.ts';
import { drawTable } from '#platform/pdf/table.ts';
import type { AgendaDay } from '../../agenda-day.query.ts';
import { dayOnPaper } from './day-on-paper.ts';
import { dayOnPaperTexts } from './day-on-paper.text.ts';
import { shortDate } from '#platform/dates.ts';

const margin = 36;
const width = pageWidth - 2 * margin;
const shares = [7, 30, 20, 6, 9, 19, 9];

/** The day as tagged PDF on A4, its heading on every page. */
export async function dayPdf(
  day: AgendaDay,
  setting: { office: Pick<Office, 'name' | 'timeZone'>; language: Language; now: Temporal.Instant },
): Promise<Buffer> {
  const { office, language, now } = setting;
  const paper = dayOnPaper(day, setting);
  const pdf = openPdf({ title: paper.title, language, author: localText(office.name, language), now });
  let y = margin;
  for (const [kind, text, size, weight] of [
    ['H1', paper.title, 16, 'bold'],
    ['P', `${paper.printed} ${paper.summary}`, 9.5, 'regular'],
    ['P', paper.keep, 9.5, 'bold'],
  ] as const) {
    tag(pdf, pdf.root, kind, 'drawn', () => {
      y += write(pdf, text, { x: margin, y, width }, { size, weight }) + 2;
    });
  }
  const t = dayOnPaperTexts.for(language);
  if (paper.rows.length > 0) {
    drawTable(
      pdf,
      {
        columns: paper.columns.map((label, index) => ({
          label,
          share: shares[index] ?? 10,
          box: index === shares.length - 1,
        })),
        rows: paper.rows.map(({ time, who, service, party, code, status }) => [
          time,
          who,
          service,
          party,
          code,
          status,
        ]),
        foot: (page, pages) => t('page', { day: shortDate(day.date, language), page, pages }),
      },
      y + 8,
    );
  }
  return closePdf(pdf);
}
