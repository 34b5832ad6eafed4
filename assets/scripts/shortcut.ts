const OFF = 'turno-shortcut-off';

/** "/" leads to the desk's search from anywhere; a button beside it turns the key off, and that is remembered. */
export function addShortcut(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-shortcut]');
  const button = field?.form?.querySelector<HTMLButtonElement>('[data-shortcut-switch]');
  if (!field || !button) return;
  let isOn = localStorage.getItem(OFF) === null;
  const show = () => button.setAttribute('aria-pressed', String(isOn));
  show();
  button.hidden = false;
  button.addEventListener('click', () => {
    isOn = !isOn;
    if (isOn) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
    show();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
    if (!isOn || event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
