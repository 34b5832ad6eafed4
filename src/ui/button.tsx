import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'plain';

const classes: Record<ButtonKind, string> = {
  primary: 'btn btn-primary',
  secondary: 'btn btn-outline-primary',
  danger: 'btn btn-outline-danger',
  plain: 'btn t-btn-plain',
};

interface Look {
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  small?: boolean | undefined;
  children: ComponentChildren;
  /** What a screen reader says instead, when the visible words need their context. Begins with the visible words. */
  label?: string | undefined;
}

/** A button of a form: a verb, "Conferma l'appuntamento". After the first click the script shows `busy` in its place. */
export function Button(
  props: Look & {
    name?: string | undefined;
    value?: string | undefined;
    form?: string | undefined;
    formaction?: string | undefined;
    busy?: string | undefined;
    type?: 'submit' | 'button' | undefined;
  },
) {
  const { kind = 'primary', icon, small, children, label, busy, type = 'submit', ...attributes } = props;
  return (
    <button type={type} class={look(kind, small)} aria-label={label} data-busy={busy} {...attributes}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: Look & { href: string; download?: boolean | undefined }) {
  const { kind = 'primary', icon, small, children, label, href, download } = props;
  return (
    <a class={look(kind, small)} href={href} aria-label={label} download={download}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

/**
 * Buttons in a row, one below the other on a phone; the first is the one expected. `kept`: on a phone they stay at the
 * lower edge until the page has come to them.
 */
export function Actions({ kept = false, children }: { kept?: boolean | undefined; children: ComponentChildren }) {
  return <div class={kept ? 't-actions t-actions-kept' : 't-actions'}>{children}</div>;
}

function look(kind: ButtonKind, small: boolean | undefined): string {
  return small ? `${classes[kind]} btn-sm` : classes[kind];
}
