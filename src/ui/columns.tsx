import type { ComponentChildren } from 'preact';

/** The page's own column, and beside it on a wide screen what goes with it; on a narrow one that follows. */
export function Columns({ aside, children }: { aside: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="t-columns-page">
      <div>{children}</div>
      <div class="t-columns-aside">{aside}</div>
    </div>
  );
}
