/** A search field with `data-suggest` offers names while typing. */
export function offerSuggestions(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
    suggest(field, field.dataset.suggest ?? '');
  }
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
