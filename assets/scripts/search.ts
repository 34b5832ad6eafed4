/** "/" leads to the page's search field; a field with `data-suggest` offers names while typing. */
export function improveSearch(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')];
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = fields[0];
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  for (const field of fields) if (field.dataset.suggest) suggest(field, field.dataset.suggest);
}

function suggest(field: HTMLInputElement, address: string): void {
  const list = document.createElement('datalist');
  list.id = `${field.id}-list`;
  field.after(list);
  field.setAttribute('list', list.id);
  let pause: number | undefined;
  let asked = '';
  field.addEventListener('input', () => {
    window.clearTimeout(pause);
    const query = field.value.trim();
    if (query.length < 2 || query === asked) return;
    pause = window.setTimeout(() => {
      asked = query;
      void labels(address, query).then((found) => {
        if (field.value.trim() === query) list.replaceChildren(...found.map((label) => new Option(label, label)));
      });
    }, 200);
  });
}

// Suggestions are a kindness: when they cannot be had, the search itself still works.
async function labels(address: string, query: string): Promise<string[]> {
  try {
    const url = new URL(address, location.href);
    url.searchParams.set('q', query);
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    if (!answer.ok) return [];
    const body: unknown = await answer.json();
    if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return [];
    return body.items.flatMap((item: unknown) =>
      typeof item === 'object' && item !== null && 'label' in item && typeof item.label === 'string'
        ? [item.label]
        : [],
    );
  } catch {
    return [];
  }
}
