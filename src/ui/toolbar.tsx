import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { fieldId } from './fields/field-id.ts';
import { formTexts } from './fields/form.text.ts';
import { Icon } from './icon.tsx';

/** What an operator does with the list below: filters, a day, buttons, in one row that wraps. */
export function Toolbar({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="t-toolbar" role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** One question and its button: search by name, code, city. A GET form that works as it is; with `post`, one that is sent. */
export function SearchForm(props: {
  language: Language;
  action: string;
  label: string;
  name?: string | undefined;
  value?: string | undefined;
  hint?: string | undefined;
  /** The large one, as on the home page. */
  large?: boolean | undefined;
  /** Suggestions while typing: the address that answers with JSON `{ items: [{ label }] }` for `?q=`. */
  suggest?: string | undefined;
  /** On an operator's desk: with scripts "/" leads here from anywhere, and a button turns that off. */
  shortcut?: boolean | undefined;
  /** The button's word, when it is not "Cerca". */
  button?: string | undefined;
  /** For what must not stand in an address, as people's names; `id` is the page's `formId` where the search is all of it. */
  post?: { readonly csrf: string; readonly id: string } | undefined;
  /** What the search goes on filtering by. */
  hidden?: Readonly<Record<string, string>> | undefined;
}) {
  const {
    language,
    action,
    label,
    name = 'q',
    value = '',
    hint,
    large = false,
    suggest,
    shortcut = false,
    post,
  } = props;
  const t = formTexts.for(language);
  const id = fieldId(`search${action}-${name}`);
  return (
    <form
      id={post?.id}
      class={large ? 't-search t-search-large' : 't-search'}
      role="search"
      aria-label={label}
      method={post && 'post'}
      action={action}
    >
      {post && <input type="hidden" name="_csrf" value={post.csrf} />}
      {Object.entries(props.hidden ?? {}).map(([field, kept]) => (
        <input key={field} type="hidden" name={field} value={kept} />
      ))}
      <label for={id}>{label}</label>
      {hint && (
        <p class="t-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="t-search-row">
        <input
          class="form-control"
          type="search"
          id={id}
          name={name}
          value={value}
          maxlength={100}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={hint && `${id}-hint`}
          data-suggest={suggest}
          data-suggest-count={suggest && t('suggestions')}
          data-shortcut={shortcut ? '/' : undefined}
        />
        <button class="btn btn-primary" type="submit">
          <Icon name="search" />
          {props.button ?? t('search')}
        </button>
      </div>
      {shortcut && (
        <button class="t-shortcut" type="button" hidden data-shortcut-switch aria-pressed="true">
          {t('shortcut')}
        </button>
      )}
    </form>
  );
}
