import type { Language } from '#platform/language.ts';
import type { ColumnChart } from './chart.ts';
import { ChartFrame, floor, Key, LabelAxis, Patterns, plot, plotHeight, plotWidth, ValueAxis } from './frame.view.tsx';
import { niceScale } from './scale.rules.ts';

/** Columns, their parts one upon another. */
export function ColumnChartView({ id, chart, language }: { id: string; chart: ColumnChart; language: Language }) {
  const { labels, series } = chart;
  const totals = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const { top, ticks } = niceScale(Math.max(0, ...totals));
  const step = plotWidth / Math.max(1, labels.length);
  const width = Math.min(56, step * 0.76);
  const middle = (index: number): number => plot.left + step * (index + 0.5);
  return (
    <ChartFrame
      id={id}
      title={chart.title}
      summary={chart.summary}
      legend={
        series.length > 1 && series.map(({ label }, index) => <Key key={label} id={id} index={index} label={label} />)
      }
    >
      <Patterns id={id} />
      <ValueAxis ticks={ticks} top={top} language={language} />
      {labels.map((label, column) => {
        let y = floor;
        return series.map(({ label: name, values }, index) => {
          const height = ((values[column] ?? 0) / top) * plotHeight;
          if (height === 0) return null;
          y -= height;
          return (
            <rect
              key={`${label} ${name}`}
              fill={`url(#${id}-${index % 4})`}
              x={round(middle(column) - width / 2)}
              y={round(y)}
              width={round(width)}
              height={round(height)}
            />
          );
        });
      })}
      <line class="t-chart-floor" x1={plot.left} x2={plot.width - plot.right} y1={floor} y2={floor} />
      <LabelAxis labels={labels} place={middle} />
    </ChartFrame>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
