const SECOND = 1_000;
/** How long before the automatic logout it is announced, at most. */
const NOTICE = 60 * SECOND;
/** How often the server is told that somebody is typing, at most. */
const TELL_EVERY = 60 * SECOND;

/**
 * The automatic logout of those who work (`data-idle` on the notice: milliseconds without a click): typing counts as being
 * there, the end is announced a minute ahead, and a form that is half filled in is kept for its owner. Without scripts
 * the server ends the login alike, and keeps the form when it is sent.
 */
export function watchIdle(): void {
  const notice = document.querySelector<HTMLElement>('[data-idle]');
  if (!notice) return;
  const patience = Number(notice.dataset.idle);
  const announced = Math.min(NOTICE, patience / 2);
  let end = Date.now() + patience;
  let told = Date.now();
  let changed = false;

  const tell = async (): Promise<void> => {
    told = Date.now();
    end = told + patience;
    notice.hidden = true;
    await send('/profile/still-here', []);
  };
  const noteActivity = (): void => {
    if (!notice.hidden) return;
    end = Date.now() + patience;
    if (Date.now() - told > TELL_EVERY) void tell();
  };
  document.addEventListener('input', () => {
    changed = true;
    noteActivity();
  });
  document.addEventListener('keydown', noteActivity);
  document.addEventListener('pointerdown', noteActivity);
  notice.querySelector('button')?.addEventListener('click', () => void tell());

  const timer = setInterval(() => {
    const left = end - Date.now();
    if (left <= 0) {
      clearInterval(timer);
      void leave(changed, () => {
        end = Date.now() + patience;
      });
    } else if (left <= announced && notice.hidden) {
      notice.hidden = false;
      notice.querySelector('button')?.focus();
    }
  }, SECOND);
}

/** Keeps what was being typed, and goes to the login. Another window may have been busy: then the server knows better. */
async function leave(changed: boolean, stay: () => void): Promise<void> {
  const form = changed ? ownForm() : undefined;
  if (form) await send('/profile/kept-work', keptFields(form));
  const answer = await send('/profile/idle', []);
  if (answer?.status === 200) {
    stay();
    location.reload();
    return;
  }
  const next = encodeURIComponent(location.pathname + location.search);
  location.assign(`/login?notice=idle&next=${next}`);
}

/** The page's own form: sent to the page's address, and to no other. */
function ownForm(): HTMLFormElement | undefined {
  return [...document.querySelectorAll<HTMLFormElement>('main form[data-once]')].find(
    (form) => form.method === 'post' && form.enctype !== 'multipart/form-data' && isHere(form),
  );
}

function isHere(form: HTMLFormElement): boolean {
  return form.id !== '' && new URL(form.action).pathname === location.pathname;
}

function keptFields(form: HTMLFormElement): [string, string][] {
  const secret = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ name }) => name));
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[0] !== '_csrf' && !secret.has(field[0]),
  );
  return [['_path', location.pathname + location.search], ['_title', document.title], ...fields];
}

async function send(path: string, fields: [string, string][]): Promise<Response | undefined> {
  const csrf = document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '';
  const body = new URLSearchParams([['_csrf', csrf], ...fields]);
  return fetch(path, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
}
