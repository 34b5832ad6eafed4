import type { Language } from '#platform/language.ts';
import type { LineChart, Series } from './chart.ts';
import {
  ChartFrame,
  floor,
  Key,
  LabelAxis,
  lineClasses,
  Marker,
  plot,
  plotHeight,
  plotWidth,
  ValueAxis,
} from './frame.view.tsx';
import { niceScale } from './scale.rules.ts';

/** More points than this are drawn without their marks. */
const mostMarks = 45;

/** Lines told apart by dashes and marks; a gap where a value is unknown. */
export function LineChartView({ id, chart, language }: { id: string; chart: LineChart; language: Language }) {
  const { labels, series } = chart;
  const { top, ticks } = niceScale(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const step = plotWidth / Math.max(1, labels.length);
  const x = (index: number): number => Math.round((plot.left + step * (index + 0.5)) * 10) / 10;
  const y = (value: number): number => Math.round((floor - (value / top) * plotHeight) * 10) / 10;
  return (
    <ChartFrame
      id={id}
      title={chart.title}
      summary={chart.summary}
      legend={
        series.length > 1 &&
        series.map(({ label }, index) => <Key key={label} id={id} index={index} label={label} line />)
      }
    >
      <ValueAxis ticks={ticks} top={top} language={language} />
      <line class="t-chart-floor" x1={plot.left} x2={plot.width - plot.right} y1={floor} y2={floor} />
      {series.map((one, index) => (
        <g key={one.label}>
          <path class={lineClasses[index % lineClasses.length]} d={pathOf(one, x, y)} />
          {marked(one, labels.length).map((point) => (
            <Marker key={point} index={index} x={x(point)} y={y(one.values[point] ?? 0)} />
          ))}
        </g>
      ))}
      <LabelAxis labels={labels} place={x} />
    </ChartFrame>
  );
}

function pathOf({ values }: Series, x: (index: number) => number, y: (value: number) => number): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const begins = index === 0 || (values[index - 1] ?? null) === null;
      return `${begins ? 'M' : 'L'}${x(index)} ${y(value)}`;
    })
    .join('');
}

/** Points that get a mark: all where there is room, else those that stand alone. */
function marked({ values }: Series, count: number): number[] {
  return values.flatMap((value, index) => {
    if (value === null) return [];
    const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    return count <= mostMarks || alone ? [index] : [];
  });
}
