import type { ComponentChildren } from 'preact';

/** The page's one `h1`, with a line above it (where we are) and a first paragraph (the answer). */
export function PageHeading(props: {
  title: ComponentChildren;
  kicker?: ComponentChildren;
  lead?: ComponentChildren;
  /** Buttons or a badge at the side. */
  aside?: ComponentChildren;
}) {
  return (
    <div class="t-heading">
      <div>
        {props.kicker && <p class="t-kicker">{props.kicker}</p>}
        <h1>{props.title}</h1>
        {props.lead && <p class="t-lead">{props.lead}</p>}
      </div>
      {props.aside && <div class="t-heading-aside">{props.aside}</div>}
    </div>
  );
}
