interface Suggestion {
  label: string;
  about: string;
}

const pauseMilliseconds = 150;

/**
 * A field with `data-suggest` proposes names while typing: an editable combobox with a list, as ARIA 1.2 has it. Choosing
 * one searches for it; with `data-suggest-stay` it only fills the field in, since the form asks for more.
 */
export function offerSuggestions(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) propose(field);
}

function propose(field: HTMLInputElement): void {
  const { list, status } = addList(field);
  let active = -1;
  let pause: number | undefined;
  let asked = '';

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const isOpen = () => !list.hidden;
  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
    status.textContent = '';
  };
  const mark = (index: number) => {
    const all = options();
    active = (index + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute('aria-selected', String(place === active)));
    all[active]?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', all[active]?.id ?? '');
  };
  const choose = (option: HTMLElement | undefined) => {
    if (!option) return;
    field.value = option.dataset.label ?? '';
    asked = field.value;
    close();
    if (field.dataset.suggestStay === undefined) submit(field.form);
  };
  const show = (found: readonly Suggestion[]) => {
    list.replaceChildren(...found.map((one, index) => toOption(one, `${list.id}-${index}`)));
    if (found.length === 0 || document.activeElement !== field) return close();
    active = -1;
    field.removeAttribute('aria-activedescendant');
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    status.textContent = (field.dataset.suggestCount ?? '').replace('%', String(found.length));
  };

  field.addEventListener('input', () => {
    window.clearTimeout(pause);
    const query = field.value.trim();
    if (query.length < 2) return close();
    if (query === asked) return;
    pause = window.setTimeout(() => {
      asked = query;
      void proposals(field.dataset.suggest ?? '', query).then((found) => {
        if (field.value.trim() === query) show(found);
      });
    }, pauseMilliseconds);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && isOpen()) close();
    else if (event.key === 'ArrowDown' && isOpen()) mark(active + 1);
    else if (event.key === 'ArrowUp' && isOpen()) mark(active === -1 ? -1 : active - 1);
    else if (event.key === 'Enter' && isOpen() && active >= 0) choose(options()[active]);
    else return;
    event.preventDefault();
  });
  field.addEventListener('blur', close);
  field.form?.addEventListener('submit', close);
  // Pressing on the list must not take the focus from the field, which would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element) choose(event.target.closest<HTMLElement>('[role=option]') ?? undefined);
  });
}

// Older browsers can only send a form past its listeners, and a search has none that matter.
function submit(form: HTMLFormElement | null): void {
  if (typeof form?.requestSubmit === 'function') form.requestSubmit();
  else form?.submit();
}

function addList(field: HTMLInputElement): { list: HTMLUListElement; status: HTMLElement } {
  const list = document.createElement('ul');
  list.id = `${field.id}-list`;
  list.className = 't-suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  field.after(list, status);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', list.id);
  return { list, status };
}

function toOption({ label, about }: Suggestion, id: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.dataset.label = label;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const name = document.createElement('strong');
  name.textContent = label;
  option.append(name);
  if (about) {
    const more = document.createElement('span');
    more.textContent = ` ${about}`;
    option.append(more);
  }
  return option;
}

// Suggestions are a kindness: when they cannot be had, the search itself still works.
async function proposals(address: string, query: string): Promise<Suggestion[]> {
  try {
    const url = new URL(address, location.href);
    url.searchParams.set('q', query);
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    if (!answer.ok) return [];
    const body: unknown = await answer.json();
    if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return [];
    return body.items.filter(isSuggestion);
  } catch {
    return [];
  }
}

function isSuggestion(item: unknown): item is Suggestion {
  return (
    typeof item === 'object' &&
    item !== null &&
    'label' in item &&
    typeof item.label === 'string' &&
    'about' in item &&
    typeof item.about === 'string'
  );
}
