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

// Not `disabled`: that would drop the button's own name and value from what is sent, and the focus with it.
function showBusy(button: HTMLButtonElement, words: string): void {
  const label = labelOf(button);
  button.setAttribute('aria-disabled', 'true');
  if (!label) return;
  button.dataset.ready = label.data;
  label.data = words;
}

function showReady(button: HTMLButtonElement): void {
  if (!button.hasAttribute('aria-disabled')) return;
  button.removeAttribute('aria-disabled');
  const label = labelOf(button);
  if (label && button.dataset.ready !== undefined) label.data = button.dataset.ready;
}

function labelOf(button: HTMLButtonElement): Text | undefined {
  return [...button.childNodes].find((node): node is Text => node instanceof Text && node.data.trim() !== '');
}
