import { solveChallengeWorkers } from 'altcha-lib';

// Works out the proof of work that forms ask for while the site is under attack. Where it cannot (no WebCrypto without
// https, no workers), the form goes as it is and the server asks for a short wait instead.

const mostWorkers = 4;
const patience = 60_000;

for (const box of document.querySelectorAll<HTMLElement>('[data-proof]')) void prove(box);

async function prove(box: HTMLElement): Promise<void> {
  const status =
    box.dataset.proofSend === undefined ? box.parentElement?.querySelector<HTMLElement>('[role="status"]') : box;
  show(box, status);
  const answer = solution(box).catch(() => undefined);
  const waiting = new WeakSet<HTMLFormElement>();
  // Before the other scripts, which show a form as sent.
  document.addEventListener('submit', (event) => void whenReady(event), true);
  const proof = await answer;
  if (proof === undefined) return hide(box, status);
  if (status?.dataset.proofDone !== undefined) status.textContent = status.dataset.proofDone;
  for (const form of formsOf(box)) put(form, proof);
  const { proofSend } = box.dataset;
  const next = proofSend === undefined ? null : document.getElementById(proofSend);
  if (next instanceof HTMLFormElement) next.requestSubmit();

  async function whenReady(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !formsOf(box).includes(form) || form.dataset.proved !== undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (waiting.has(form)) return;
    waiting.add(form);
    const { submitter } = event;
    const found = await answer;
    if (found === undefined) form.dataset.proved = 'no';
    else put(form, found);
    form.requestSubmit(submitter);
  }
}

/** The forms of this page that ask for the proof: those that are sent to its address. */
function formsOf(box: HTMLElement): HTMLFormElement[] {
  const { proofSend, proofForm } = box.dataset;
  return [...document.forms].filter((form) =>
    proofSend === undefined
      ? new URL(form.action).pathname === proofForm && form.method === 'post'
      : form.id === proofSend,
  );
}

async function solution(box: HTMLElement): Promise<string | undefined> {
  const { proof: action = '', proofWorker = '' } = box.dataset;
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (subtle === undefined) return undefined;
  const response = await fetch(`/api/v1/proof?action=${action}`, { headers: { accept: 'application/json' } });
  if (!response.ok) return undefined;
  const { challenge } = (await response.json()) as {
    challenge: Parameters<typeof solveChallengeWorkers>[0]['challenge'];
  };
  const solved = await solveChallengeWorkers({
    challenge,
    concurrency: Math.min(mostWorkers, navigator.hardwareConcurrency),
    createWorker: () => new Worker(proofWorker, { type: 'module' }),
    timeout: patience,
  });
  return solved === null ? undefined : btoa(JSON.stringify({ challenge, solution: solved }));
}

function put(form: HTMLFormElement, proof: string): void {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = '_proof';
  field.value = proof;
  form.append(field);
  form.dataset.proved = 'yes';
}

function show(box: HTMLElement, status: HTMLElement | null | undefined): void {
  if (status) status.hidden = false;
  noteOf(box)?.setAttribute('hidden', '');
}

function hide(box: HTMLElement, status: HTMLElement | null | undefined): void {
  if (status) status.hidden = true;
  noteOf(box)?.removeAttribute('hidden');
}

function noteOf(box: HTMLElement): Element | null | undefined {
  return box.closest('.t-proof, .t-proof-wait')?.querySelector('.t-without-script');
}
