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
    const pressed = event.submitter ?? form.querySelector<HTMLElement>('button[type="submit"]');
    if (pressed instanceof HTMLButtonElement) showBusy(pressed, pressed.dataset.busy ?? form.dataset.once);
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) sending.delete(form);
    for (const button of document.querySelectorAll<HTMLButtonElement>('button[aria-disabled="true"]'))
      showReady(button);
  });
}

// Not `disabled`: that would drop the button's own name and value from what is sent, and the focus with it.
function showBusy(button: HTMLButtonElement, words: string): void {
  if (button.tabIndex < 0) return;
  const label = labelOf(button);
  button.setAttribute('aria-disabled', 'true');
  if (!label) return;
  button.dataset.ready = label.data;
  label.data = words;
}

function showReady(button: HTMLButtonElement): void {
  button.removeAttribute('aria-disabled');
  const label = labelOf(button);
  if (label && button.dataset.ready !== undefined) label.data = button.dataset.ready;
}

function labelOf(button: HTMLButtonElement): Text | undefined {
  return [...button.childNodes].find((node): node is Text => node instanceof Text && node.data.trim() !== '');
}
