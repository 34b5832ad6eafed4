import type { ComponentChildren } from 'preact';

/** The few numbers that answer first: a figure with its word below. */
export function Figures({
  figures,
}: {
  figures: readonly { label: string; value: number; note?: ComponentChildren }[];
}) {
  return (
    <dl class="t-figures">
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            {note && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
