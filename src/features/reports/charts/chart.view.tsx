import type { Language } from '#platform/language.ts';
import { BarChartView } from './bar-chart.view.tsx';
import type { Chart } from './chart.ts';
import { ColumnChartView } from './column-chart.view.tsx';
import { HeatChartView } from './heat-chart.view.tsx';
import { LineChartView } from './line-chart.view.tsx';

/** A chart as a drawing within the page. `id` is unique on it. */
export function ChartView({ id, chart, language }: { id: string; chart: Chart; language: Language }) {
  switch (chart.kind) {
    case 'columns':
      return <ColumnChartView id={id} chart={chart} language={language} />;
    case 'lines':
      return <LineChartView id={id} chart={chart} language={language} />;
    case 'bars':
      return <BarChartView id={id} chart={chart} />;
    case 'heat':
      return <HeatChartView id={id} chart={chart} language={language} />;
  }
}
