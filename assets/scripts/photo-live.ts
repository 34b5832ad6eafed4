import type { openCamera } from './photo-live-camera.ts';

// Offers the camera where a browser has what it needs; its program is loaded by whoever opens it.

function isAble(): boolean {
  // Without https a browser has no cameras at all.
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  try {
    return mediaDevices?.getUserMedia !== undefined && new DataTransfer().items !== undefined;
  } catch {
    return false;
  }
}

function offer(): void {
  for (const aid of document.querySelectorAll<HTMLElement>('[data-photo-live][hidden]')) {
    const button = aid.querySelector<HTMLElement>('[data-live="open"]');
    aid.hidden = false;
    button?.addEventListener('click', () => void open(aid));
  }
}

async function open(aid: HTMLElement): Promise<void> {
  try {
    const program = (await import(aid.dataset.program ?? '')) as { openCamera: typeof openCamera };
    await program.openCamera(aid);
  } catch {
    const trouble = aid.querySelector<HTMLElement>('[data-live="trouble"]');
    if (trouble) trouble.textContent = aid.querySelector('[data-word="failed"]')?.textContent ?? '';
    trouble?.classList.add('t-live-wrong');
    trouble?.focus();
  }
}

if (isAble()) {
  offer();
  // A form that comes back with what is wrong takes the place of the page's content.
  new MutationObserver(offer).observe(document.body, { childList: true });
}
