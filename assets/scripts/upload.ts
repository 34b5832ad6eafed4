import { waitSeconds } from './try-again.ts';

const WORTH_SHOWING = 100_000;
/** How often a busy service is asked again, and how many seconds it may ask for. */
const AGAIN = { times: 12, seconds: 90 };

/**
 * A form inside `data-upload` shows how much of its file has left, for whoever is on a slow line. What the server answers
 * is what it answers without this: a page to go to, or the same page with what is wrong.
 */
export function showUploads(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    const around = form.closest<HTMLElement>('[data-upload]');
    if (!around || sizeOf(form) < leastOf(around)) return;
    event.preventDefault();
    if (!around.querySelector('.t-upload-progress')) send(form, around);
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest('[data-upload]')) emptyOthers(target);
  });
}

/** One photo is sent, from a file or from the camera: what is chosen last takes the place of what was chosen before. */
function emptyOthers(chosen: HTMLInputElement): void {
  if (!chosen.files?.length) return;
  for (const input of chosen.form?.querySelectorAll<HTMLInputElement>('input[type="file"]') ?? []) {
    if (input !== chosen) input.value = '';
  }
}

/** Where a busy service is asked again, the file stays in the page however small it is. */
function leastOf({ dataset }: HTMLElement): number {
  return dataset.uploadBusy === undefined ? WORTH_SHOWING : 1;
}

function sizeOf(form: HTMLFormElement): number {
  const inputs = form.querySelectorAll<HTMLInputElement>('input[type="file"]');
  return [...inputs].flatMap((input) => [...(input.files ?? [])]).reduce((sum, file) => sum + file.size, 0);
}

function send(form: HTMLFormElement, around: HTMLElement): void {
  sendShowing(form, around, showProgress(form, around), AGAIN.times);
}

function sendShowing(form: HTMLFormElement, around: HTMLElement, shown: Progress, times: number): void {
  const request = new XMLHttpRequest();
  request.upload.addEventListener('progress', ({ loaded, total }) => shown.tell(total > 0 ? loaded / total : 0));
  request.addEventListener('load', () => {
    const seconds = Number(request.getResponseHeader('Retry-After'));
    const words = around.dataset.uploadBusy;
    if (request.status === 503 && words !== undefined && times > 0 && seconds > 0 && seconds <= AGAIN.seconds) {
      // The page stays as it is, with the file and all that was marked.
      void waitSeconds(seconds, (left) => shown.say(words.replace(/\d+/, String(left)))).then(() => {
        shown.say(around.dataset.upload ?? '');
        sendShowing(form, around, shown, times - 1);
      });
      return;
    }
    const wasSentOn = request.responseURL !== '' && request.responseURL !== form.action;
    if (request.status < 400 && wasSentOn) location.assign(request.responseURL);
    else replacePage(request.responseText, form);
  });
  // The line broke: the browser's own way says so as it always does.
  request.addEventListener('error', () => {
    shown.remove();
    form.submit();
  });
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'text/html');
  request.send(new FormData(form));
}

interface Progress {
  tell(done: number): void;
  say(what: string): void;
  remove(): void;
}

function showProgress(form: HTMLFormElement, around: HTMLElement): Progress {
  const box = document.createElement('div');
  box.className = 't-upload-progress';
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  words.textContent = around.dataset.upload ?? '';
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', around.dataset.upload ?? '');
  const share = document.createElement('p');
  box.append(words, bar, share);
  form.querySelector('button[type="submit"]')?.parentElement?.before(box);
  return {
    tell(done: number): void {
      bar.value = done;
      share.textContent = (around.dataset.uploadProgress ?? '').replace(/\d+/, String(Math.round(done * 100)));
    },
    say(what: string): void {
      words.textContent = what;
    },
    remove(): void {
      box.remove();
    },
  };
}

/** The page with what is wrong takes the place of this one. */
function replacePage(html: string, form: HTMLFormElement): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const main = page.querySelector('main');
  if (!main) {
    form.submit();
    return;
  }
  document.title = page.title;
  document.querySelector('main')?.replaceWith(document.adoptNode(main));
  document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
  window.scrollTo(0, 0);
}
