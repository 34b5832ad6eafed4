/** A chart before it is drawn, on a page or on paper. All words are written already. */
export type Chart = ColumnChart | LineChart | BarChart | HeatChart;

interface About {
  /** what it shows, as its name */
  readonly title: string;
  /** what can be seen in it, in a sentence or two, for those who do not see it */
  readonly summary: string;
}

export interface Series {
  readonly label: string;
  /** one for each label of the axis; null: unknown */
  readonly values: readonly (number | null)[];
}

/** Columns of which the parts stand upon one another. */
export interface ColumnChart extends About {
  readonly kind: 'columns';
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

export interface LineChart extends About {
  readonly kind: 'lines';
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

export interface BarChart extends About {
  readonly kind: 'bars';
  readonly bars: readonly { readonly label: string; readonly value: number; readonly shown: string }[];
}

/** How full, by weekday and hour: 0 to 1, or null where nothing was offered. */
export interface HeatChart extends About {
  readonly kind: 'heat';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
}
