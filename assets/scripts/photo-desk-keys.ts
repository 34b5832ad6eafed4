const OFF = 'turno-photo-keys-off';
const arrows: Readonly<Record<string, string>> = { ArrowLeft: 'left', ArrowRight: 'right' };

/**
 * At the desk one key decides about the photo in view. No key counts before the picture is there, so that a second press
 * never speaks of a photo that nobody has seen; and all of them can be switched off, which is remembered (WCAG 2.1.4).
 */
export function offerPhotoKeys(): void {
  const help = document.querySelector<HTMLElement>('[data-photo-keys]');
  const button = help?.querySelector('button');
  if (!help || !button) return;
  let isOn = recall();
  const caps = document.querySelectorAll<HTMLElement>('.t-key');
  const show = (): void => {
    button.setAttribute('aria-pressed', String(isOn));
    for (const cap of caps) cap.hidden = !isOn;
  };
  show();
  help.hidden = false;
  button.addEventListener('click', () => {
    isOn = !isOn;
    remember(isOn);
    show();
  });
  document.addEventListener('keydown', (event) => {
    if (!isOn || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = arrows[event.key] ?? event.key.toLowerCase();
    const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (!target || (target.matches('form [name="decision"]') && !isSeen())) return;
    event.preventDefault();
    target.click();
  });
}

function isSeen(): boolean {
  const picture = document.querySelector<HTMLImageElement>('img[data-photo-to-see]');
  return picture !== null && picture.complete && picture.naturalWidth > 0;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const field = target.closest<HTMLInputElement>('input, select, textarea');
  return field !== null && field.type !== 'checkbox';
}

// A browser that keeps its storage closed (private mode, blocked cookies) throws at the mention of it.
function recall(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
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
