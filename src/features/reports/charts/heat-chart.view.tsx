import { type Language, localeOf } from '#platform/language.ts';
import type { HeatChart } from './chart.ts';
import { ChartFrame, plot } from './frame.view.tsx';
import { chartTexts } from './chart.text.ts';
import { heatClass } from './scale.rules.ts';

const heatClasses = ['t-heat-0', 't-heat-1', 't-heat-2', 't-heat-3', 't-heat-4'] as const;
const left = 64;
const top = 40;
const line = 42;

/** How full, by weekday and hour: each field says its number, and is darker the fuller it is. */
export function HeatChartView({ id, chart, language }: { id: string; chart: HeatChart; language: Language }) {
  const { rows, columns, cells } = chart;
  const width = (plot.width - left) / Math.max(1, columns.length);
  const percent = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 0 });
  return (
    <ChartFrame
      id={id}
      title={chart.title}
      summary={chart.summary}
      height={top + rows.length * line + 4}
      legend={chartTexts.for(language)('heatKey')}
    >
      <g class="t-chart-axis">
        {columns.map((label, index) => (
          <text key={label} x={left + width * (index + 0.5)} y="26" text-anchor="middle">
            {label}
          </text>
        ))}
        {rows.map((label, index) => (
          <text key={label} x="0" y={top + line * (index + 0.5)} dy="0.35em">
            {label}
          </text>
        ))}
      </g>
      {cells.map((row, y) =>
        row.map((share, x) => (
          <g key={`${y} ${x}`} class={share === null ? 't-heat-none' : heatClasses[heatClass(share)]}>
            <rect x={left + width * x + 1} y={top + line * y + 1} width={width - 2} height={line - 2} />
            {share !== null && (
              <text x={left + width * (x + 0.5)} y={top + line * (y + 0.5)} dy="0.35em" text-anchor="middle">
                {percent.format(share * 100)}
              </text>
            )}
          </g>
        )),
      )}
    </ChartFrame>
  );
}
