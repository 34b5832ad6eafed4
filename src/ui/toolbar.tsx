import type { ComponentChildren } from 'preact';
import { formTexts } from './form.text.ts';
import { Icon } from './icon.tsx';
import type { Language } from '#platform/language.ts';

/** What an operator does with the list below: filters, a day, buttons, in one row that wraps. */
export function Toolbar({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="t-toolbar" role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** One question and its button: search by name, code, city. A GET form; with scripts "/" leads to it on office pages. */
export function SearchForm(props: {
  language: Language;
  action: string;
  label: string;
  name?: string | undefined;
  value?: string | undefined;
  hint?: string | undefined;
  /** The large one, as on the home page. */
  large?: boolean | undefined;
  /** Suggestions while typing: the address that answers with JSON `{ items: [{ label, href }] }` for `?q=`. */
  suggest?: string | undefined;
  /** The button's word, when it is not "Cerca". */
  button?: string | undefined;
}) {
  const { language, action, label, name = 'q', value = '', hint, large = false, suggest } = props;
  return (
    <form
      class={large ? 't-search t-search-large' : 't-search'}
      role="search"
      aria-label={label}
      method="get"
      action={action}
    >
      <label for={`search-${name}`}>{label}</label>
      {hint && (
        <p class="t-hint" id={`search-${name}-hint`}>
          {hint}
        </p>
      )}
      <div class="t-search-row">
        <input
          class="form-control"
          type="search"
          id={`search-${name}`}
          name={name}
          value={value}
          maxlength={100}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={hint && `search-${name}-hint`}
          data-search
          data-suggest={suggest}
        />
        <button class="btn btn-primary" type="submit">
          <Icon name="search" />
          {props.button ?? formTexts.for(language)('search')}
        </button>
      </div>
    </form>
  );
}
