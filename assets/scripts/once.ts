const PATIENCE = 10_000;

const sending = new WeakSet<HTMLFormElement>();

/**
 * A form marked `data-once` is sent once: later clicks do nothing and its button says so. The server refuses doubles by
 * itself; this only spares people the doubt. Coming back with the browser's back button finds the form ready again.
 */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.once === undefined || event.defaultPrevented) return;
    if (sending.has(form)) {
      event.preventDefault();
      return;
    }
    sending.add(form);
    const button = pressed(event, form);
    if (button) showBusy(button, button.dataset.busy ?? form.dataset.once);
    // An answer that never comes, or one that leaves the page standing, must not lock the form for good.
    setTimeout(() => release(form), PATIENCE);
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) release(form);
  });
}

// Enter in a field presses the unseen button before the header: the form's own says "one moment" in its place.
function pressed(event: SubmitEvent, form: HTMLFormElement): HTMLButtonElement | null {
  const { submitter } = event;
  const isSeen = submitter instanceof HTMLButtonElement && submitter.tabIndex >= 0;
  return isSeen ? submitter : form.querySelector<HTMLButtonElement>('button[type="submit"]');
}

function release(form: HTMLFormElement): void {
  sending.delete(form);
  for (const element of form.elements) if (element instanceof HTMLButtonElement) showReady(element);
}

interface Label {
  readonly ready: readonly ChildNode[];
  readonly busy: HTMLElement;
}

const labels = new WeakMap<HTMLButtonElement, Label>();

// Not `disabled`: that would drop the button's own name and value from what is sent, and the focus with it.
function showBusy(button: HTMLButtonElement, words: string): void {
  const [first, ...others] = wordsOf(button);
  button.setAttribute('aria-disabled', 'true');
  if (!first || labels.has(button)) return;
  const busy = document.createElement('span');
  busy.textContent = words;
  first.replaceWith(busy);
  for (const other of others) other.remove();
  labels.set(button, { ready: [first, ...others], busy });
}

function showReady(button: HTMLButtonElement): void {
  button.removeAttribute('aria-disabled');
  const label = labels.get(button);
  if (!label) return;
  label.busy.replaceWith(...label.ready);
  labels.delete(button);
}

// Translators put what they translate into `font` elements of their own.
function wordsOf(button: HTMLButtonElement): ChildNode[] {
  return [...button.childNodes].filter(
    (node) => node.nodeName === 'FONT' || (node instanceof Text && node.data.trim() !== ''),
  );
}
