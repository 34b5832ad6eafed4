import type { ComponentChildren } from 'preact';

/**
 * A section that a narrow page shows by its heading and one line until somebody opens it; where there is room it stands
 * open. A link to `#id` opens it.
 */
export function Fold(props: { id: string; title: string; about?: string | undefined; children: ComponentChildren }) {
  const { id, title, about, children } = props;
  return (
    <details class="t-fold">
      <summary>
        <h2>{title}</h2>
        {about && <span class="t-fold-about">{about}</span>}
      </summary>
      <div id={id} class="t-fold-inside">
        {children}
      </div>
    </details>
  );
}
