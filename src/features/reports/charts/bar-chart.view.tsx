import type { BarChart } from './chart.ts';
import { ChartFrame, Patterns, plot } from './frame.view.tsx';

const line = 48;

/** Bars that lie, each with its words above it: names are long. */
export function BarChartView({ id, chart }: { id: string; chart: BarChart }) {
  const largest = Math.max(1, ...chart.bars.map(({ value }) => value));
  return (
    <ChartFrame id={id} title={chart.title} summary={chart.summary} height={chart.bars.length * line + 8}>
      <Patterns id={id} />
      {chart.bars.map(({ label, value, shown }, index) => {
        const y = index * line;
        return (
          <g key={label} class="t-chart-bar">
            <text x="0" y={y + 22}>
              {label}
            </text>
            <text class="t-chart-value" x={plot.width} y={y + 22} text-anchor="end">
              {shown}
            </text>
            <rect class="t-chart-track" x="0" y={y + 30} width={plot.width} height="14" />
            <rect fill={`url(#${id}-0)`} x="0" y={y + 30} width={(value / largest) * plot.width} height="14" />
          </g>
        );
      })}
    </ChartFrame>
  );
}
