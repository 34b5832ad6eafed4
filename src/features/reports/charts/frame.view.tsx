import type { ComponentChildren } from 'preact';
import { type Language, localeOf } from '#platform/language.ts';
import { shownLabels } from './scale.rules.ts';

/** The drawing area of all charts, in units of the drawing: the page scales it, and the style sheet sets the letters. */
export const plot = { width: 640, height: 320, left: 64, right: 14, top: 16, bottom: 44 } as const;
export const plotWidth = plot.width - plot.left - plot.right;
export const plotHeight = plot.height - plot.top - plot.bottom;
export const floor = plot.top + plotHeight;

/** A drawing with its name and what can be seen in it, for those who do not see it; below it, what the marks mean. */
export function ChartFrame(props: {
  id: string;
  title: string;
  summary: string;
  height?: number;
  legend?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { id, title, summary, height = plot.height, legend, children } = props;
  return (
    <figure class="t-chart">
      <svg viewBox={`0 0 ${plot.width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-about`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-about`}>{summary}</desc>
        {children}
      </svg>
      {legend && <figcaption class="t-chart-legend">{legend}</figcaption>}
    </figure>
  );
}

/** The lines one counts by, and their numbers. */
export function ValueAxis({ ticks, top, language }: { ticks: readonly number[]; top: number; language: Language }) {
  const format = new Intl.NumberFormat(localeOf(language), { notation: top >= 10_000 ? 'compact' : 'standard' });
  return (
    <g class="t-chart-axis">
      {ticks.map((tick) => {
        const y = floor - (tick / top) * plotHeight;
        return (
          <g key={tick}>
            <line x1={plot.left} x2={plot.width - plot.right} y1={y} y2={y} />
            <text x={plot.left - 8} y={y} dy="0.35em" text-anchor="end">
              {format.format(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** What stands below: as many labels as there is room for on a telephone. */
export function LabelAxis({ labels, place }: { labels: readonly string[]; place: (index: number) => number }) {
  const longest = Math.max(1, ...labels.map((label) => label.length));
  const most = Math.max(2, Math.floor(plotWidth / (longest * 12 + 14)));
  return (
    <g class="t-chart-axis">
      {shownLabels(labels.length, most).map((index) => {
        const x = place(index);
        const anchor =
          x < plot.left + longest * 5 ? 'start' : x > plot.width - plot.right - longest * 5 ? 'end' : 'middle';
        const edge = anchor === 'start' ? plot.left : anchor === 'end' ? plot.width - plot.right : x;
        return (
          <text key={index} x={edge} y={floor + 28} text-anchor={anchor}>
            {labels[index]}
          </text>
        );
      })}
    </g>
  );
}

/** The mark of a series: the same pattern as in the drawing. */
export function Key({ id, index, label, line = false }: { id: string; index: number; label: string; line?: boolean }) {
  return (
    <span class="t-chart-key">
      <svg viewBox="0 0 28 16" aria-hidden="true" focusable="false">
        {line ? (
          <>
            <line class={lineClasses[index % lineClasses.length]} x1="0" x2="28" y1="8" y2="8" />
            <Marker index={index} x={14} y={8} />
          </>
        ) : (
          <rect width="28" height="16" fill={`url(#${id}-${index % fillClasses.length})`} />
        )}
      </svg>
      {label}
    </span>
  );
}

export const fillClasses = ['t-series-0', 't-series-1', 't-series-2', 't-series-3'] as const;
export const lineClasses = ['t-line-0', 't-line-1', 't-line-2', 't-line-3'] as const;

/** Fills that differ by their pattern too, not by colour alone. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {fillClasses.map((name, index) => (
        <pattern key={name} id={`${id}-${index}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class={name} width="8" height="8" />
          {index === 1 && <path class="t-hatch" d="M-2 6 L6 -2 M2 10 L10 2" />}
          {index === 2 && <circle class="t-dots" cx="4" cy="4" r="1.8" />}
          {index === 3 && <path class="t-hatch-dark" d="M0 4 H8" />}
        </pattern>
      ))}
    </defs>
  );
}

/** The point of a line: round, square, a diamond, a triangle. */
export function Marker({ index, x, y }: { index: number; x: number; y: number }) {
  const size = 5;
  const name = fillClasses[index % fillClasses.length];
  switch (index % 4) {
    case 0:
      return <circle class={name} cx={x} cy={y} r={size} />;
    case 1:
      return <rect class={name} x={x - size} y={y - size} width={size * 2} height={size * 2} />;
    case 2:
      return (
        <path
          class={name}
          d={`M${x} ${y - size - 1} l${size + 1} ${size + 1} l${-size - 1} ${size + 1} l${-size - 1} ${-size - 1} z`}
        />
      );
    default:
      return <path class={name} d={`M${x} ${y - size - 1} l${size + 1} ${size * 2} h${-2 * size - 2} z`} />;
  }
}
