import type { ComponentChildren } from 'preact';

export interface Column {
  label: string;
  /** Figures stand right and line up. */
  numeric?: boolean | undefined;
  /** The heading is for screen readers only (a column of buttons). */
  quiet?: boolean | undefined;
}

/** A table that becomes cards on a phone, each cell with its column's name. The first cell names the row. */
export function Table(props: {
  caption: string;
  showCaption?: boolean | undefined;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ComponentChildren[]; tone?: 'muted' | 'marked' | undefined }[];
  /** Less air, for an operator's lists. */
  dense?: boolean | undefined;
}) {
  const { caption, showCaption = false, columns, rows, dense = false } = props;
  return (
    <table class={dense ? 't-table t-table-dense' : 't-table'} role="table">
      <caption class={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, numeric, quiet }) => (
            <th key={label} scope="col" role="columnheader" class={numeric ? 't-number' : undefined}>
              {quiet ? <span class="visually-hidden">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} role="row" class={row.tone && `t-row-${row.tone}`}>
            {row.cells.map((cell, index) => (
              <Cell key={index} column={columns[index]} isHeader={index === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// The roles are written out because `display: block` on a phone takes the table's own away in some browsers.
function Cell(props: { column: Column | undefined; isHeader: boolean; children: ComponentChildren }) {
  const { column, isHeader, children } = props;
  const className = column?.numeric ? 't-number' : undefined;
  if (isHeader) {
    return (
      <th scope="row" role="rowheader" class={className}>
        {children}
      </th>
    );
  }
  return (
    <td role="cell" class={className} data-label={column?.quiet ? undefined : column?.label}>
      {children}
    </td>
  );
}
