import { type Chart, ChartView, barsSummary } from '#features/reports/index.ts';
import type { Language } from '#platform/language.ts';
import { Table } from '#ui/table.tsx';
import type { Part } from '../tables.ts';
import { fairnessTexts } from './fairness.text.ts';
import type { FairnessFigure, FairnessReport } from './report.query.ts';
import { countWords, percentWords, valueWords } from './words.ts';

/** One way to tell people of a release apart: a drawing, the numbers behind it, and how they are counted. */
export function FigureBlock({ report, part, language }: { report: FairnessReport; part: Part; language: Language }) {
  const t = fairnessTexts.for(language);
  const figures = inOrder(report.figures.filter((figure) => figure.part === part));
  if (figures.length === 0) return null;
  const total = totalOf(report, figures, part);
  const chart = part === 'quarter' ? chancesChart(figures, language) : sharesChart(figures, { part, total, language });
  return (
    <section>
      <h3 class="h4">{t(part)}</h3>
      {chart && <ChartView id={`chart-${part}`} chart={chart} language={language} />}
      <details class="t-data">
        <summary>{t('table')}</summary>
        <div class="t-data-inside" role="region" aria-label={`${t('table')}: ${t(part)}`} tabindex={0}>
          <FigureTable figures={figures} total={total} part={part} language={language} />
        </div>
        <p class="t-muted">{t(`how-${part}`)}</p>
      </details>
    </section>
  );
}

function FigureTable(props: {
  figures: readonly FairnessFigure[];
  total: number | null;
  part: Part;
  language: Language;
}) {
  const { figures, total, part, language } = props;
  const t = fairnessTexts.for(language);
  const shown = (count: number | null): string => (count === null ? '–' : countWords(count, language));
  const share = (one: number | null, of: number | null): string =>
    one === null || of === null || of === 0 ? '–' : percentWords(one / of, language);
  const hasPeople = figures.some(({ people }) => people !== null);
  const hasWinners = part !== 'outcome';
  return (
    <Table
      dense
      caption={t(part)}
      columns={[
        { label: t('group') },
        ...(hasPeople ? [{ label: t('people'), numeric: true }] : []),
        { label: t('share'), numeric: true },
        ...(hasWinners ? [{ label: t('winners'), numeric: true }] : []),
        ...(hasWinners && hasPeople ? [{ label: t('chanceHead'), numeric: true }] : []),
      ]}
      rows={figures.map((figure) => ({
        key: figure.value,
        cells: [
          valueWords(part, figure.value, language),
          ...(hasPeople ? [shown(figure.people)] : []),
          share(hasPeople ? figure.people : figure.winners, total),
          ...(hasWinners ? [shown(figure.winners)] : []),
          ...(hasWinners && hasPeople ? [share(figure.winners, figure.people)] : []),
        ],
      }))}
    />
  );
}

/** How large each group is; groups kept back have no bar. */
function sharesChart(
  figures: readonly FairnessFigure[],
  { part, total, language }: { part: Part; total: number | null; language: Language },
): Chart | undefined {
  const bars = figures.flatMap(({ value, people, winners }) => {
    const count = people ?? (total === null || figures.some((one) => one.people !== null) ? null : winners);
    if (count === null) return [];
    const of = total === null || total === 0 ? '' : ` (${percentWords(count / total, language)})`;
    return [{ label: valueWords(part, value, language), value: count, shown: `${countWords(count, language)}${of}` }];
  });
  return bars.length === 0 ? undefined : chartOf(fairnessTexts.for(language)(part), bars, language);
}

/** The chance of each group, as large as the others where arrival made no difference. */
function chancesChart(figures: readonly FairnessFigure[], language: Language): Chart | undefined {
  const bars = figures.flatMap(({ value, people, winners }) => {
    if (people === null || winners === null || people === 0) return [];
    const chance = winners / people;
    return [{ label: valueWords('quarter', value, language), value: chance, shown: percentWords(chance, language) }];
  });
  return bars.length === 0 ? undefined : chartOf(fairnessTexts.for(language)('chanceChart'), bars, language);
}

function chartOf(
  title: string,
  bars: readonly { label: string; value: number; shown: string }[],
  language: Language,
): Chart {
  return { kind: 'bars', title, bars, summary: barsSummary(bars, language) };
}

/** Of what the shares are taken: the people, or, where nobody knows them, those who got a seat. */
function totalOf(report: FairnessReport, figures: readonly FairnessFigure[], part: Part): number | null {
  if (part === 'outcome') return report.people;
  return figures.some(({ people }) => people !== null) ? report.people : report.winners;
}

const outcomeOrder = ['booked', 'over', 'not-drawn', 'lapsed', 'left', 'waiting', 'displaced'];

/** Outcomes as they matter, hours by the clock, the rest by size. */
function inOrder(figures: readonly FairnessFigure[]): FairnessFigure[] {
  const part = figures[0]?.part;
  if (part === 'outcome')
    return figures.toSorted((a, b) => outcomeOrder.indexOf(a.value) - outcomeOrder.indexOf(b.value));
  if (part === 'quarter' || part === 'hour' || part === 'party')
    return figures.toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const size = ({ people, winners }: FairnessFigure): number => people ?? winners ?? 0;
  return figures.toSorted((a, b) => size(b) - size(a) || (a.value < b.value ? -1 : 1));
}
