import type { ComponentChildren } from 'preact';

const classes = {
  primary: 'btn btn-primary t-key-button',
  secondary: 'btn btn-outline-primary btn-sm t-key-button',
};

/** A button that decides, with the key that presses it; the key is drawn once the script listens. */
export function KeyButton(props: {
  /** one key; undefined: none */
  keys: string | undefined;
  value: string;
  kind?: keyof typeof classes;
  children: ComponentChildren;
}) {
  const { keys, value, kind = 'secondary', children } = props;
  return (
    <button type="submit" name="decision" value={value} class={classes[kind]} data-key={keys}>
      <span>{children}</span>
      {keys && (
        <kbd class="t-key" aria-hidden="true" hidden>
          {keys.toUpperCase()}
        </kbd>
      )}
    </button>
  );
}
