const OFF = 'turno-shortcut-off';

/** "/" leads to the desk's search from anywhere; a button beside it turns the key off, and that is remembered. */
export function addShortcut(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-shortcut]');
  const button = field?.form?.querySelector<HTMLButtonElement>('[data-shortcut-switch]');
  if (!field || !button) return;
  let isOn = recall() === null;
  const show = () => button.setAttribute('aria-pressed', String(isOn));
  show();
  button.hidden = false;
  button.addEventListener('click', () => {
    isOn = !isOn;
    remember(isOn);
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

// A browser that keeps its storage closed (private mode, blocked cookies) throws at the mention of it.
function recall(): string | null {
  try {
    return localStorage.getItem(OFF);
  } catch {
    return null;
  }
}

function remember(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  } catch {
    // The choice lasts as long as the page.
  }
}
