import { showTimeLeft } from './countdown.ts';
import { completeOfficeTimes } from './office-time.ts';

interface News {
  state: string;
  outcome: string | null;
  position: number | null;
  ahead: number | null;
  estimatedAt: string | null;
  pollAfter: number;
}

const patience = 15_000;
const longestPause = 120;
/** People before somebody at which a screen reader says so: rarely far away, more often near. */
const steps = [1000, 500, 200, 100, 50, 20, 10, 5, 3, 2, 1, 0];

/**
 * Keeps the page of a place in a waiting room up to date without loading it anew: numbers come from the API, another stage
 * is fetched as a page and put in place of this one. While the line is down what is shown stays, with the time it is of.
 */
export function watchPlace(): void {
  if (!document.querySelector('[data-queue]')) return;
  const spoken = document.createElement('div');
  spoken.className = 'visually-hidden';
  spoken.setAttribute('role', 'status');
  document.body.append(spoken);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isAsking = false;
  let heardAt = new Date();
  let ahead: number | null = numberIn(part('[data-ahead]'));

  const board = () => document.querySelector<HTMLElement>('[data-queue]');
  const wait = (seconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), seconds * 1000);
  };

  async function ask(): Promise<void> {
    const now = board();
    if (!now || isAsking) return;
    // Nobody looks: news can wait until somebody does.
    if (document.hidden && failures > 0) return;
    isAsking = true;
    clearTimeout(timer);
    try {
      const answer = await get(now.dataset['queue'] ?? '', 'application/json');
      const news = (await answer.json()) as News;
      const stage = stageOf(news);
      if (stage === now.dataset['stage']) show(now, news);
      else await turnPage();
      failures = 0;
      heardAt = new Date();
      tellAge();
      wait(news.pollAfter);
    } catch {
      failures += 1;
      tellAge();
      // Growing pauses, not the same for all: a server that comes back is not run over.
      wait(Math.min(longestPause, 5 * 2 ** failures) * (0.75 + Math.random() / 2));
    }
    isAsking = false;
  }

  function show(now: HTMLElement, news: News): void {
    const { unknown = '', tab = '', say = '' } = now.dataset;
    if (news.position === null || news.ahead === null) return;
    write('[data-place]', written(news.position));
    write('[data-ahead]', written(news.ahead));
    showEstimate(news.estimatedAt, unknown);
    document.title = tab.replace('%', written(news.position));
    const passed = steps.find((step) => (news.ahead ?? 0) <= step && (ahead ?? Infinity) > step);
    if (passed !== undefined && ahead !== null) spoken.textContent = say.replace('%', written(news.ahead));
    ahead = news.ahead;
  }

  /** Another stage is another page: what is shown stays until the new one is there. */
  async function turnPage(): Promise<void> {
    const answer = await get(location.href, 'text/html');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('content');
    const shown = document.getElementById('content');
    if (!fresh || !shown) return location.reload();
    const hadFocus = shown.contains(document.activeElement);
    shown.replaceChildren(...fresh.childNodes);
    document.title = page.title;
    ahead = numberIn(part('[data-ahead]'));
    const heading = shown.querySelector('h1')?.textContent ?? '';
    const lead = shown.querySelector('.t-lead')?.textContent ?? '';
    spoken.textContent = `${heading}. ${lead}`;
    if (hadFocus) shown.focus();
    completeOfficeTimes();
    showTimeLeft();
  }

  function tellAge(): void {
    const line = part('[data-news]');
    if (!line) return;
    const { updated = '', stale = '' } = line.dataset;
    line.textContent = (failures > 0 ? stale : updated).replace('%', heardAt.toLocaleTimeString(languages()));
    line.classList.toggle('t-queue-news-late', failures > 0);
    if (failures === 2) spoken.textContent = line.textContent;
  }

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-queue] .t-queue-news a') : null;
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const line = part('[data-news]');
    if (line) line.textContent = line.dataset['asking'] ?? '';
    void ask();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - heardAt.getTime() > 5_000) void ask();
  });
  addEventListener('online', () => void ask());
  wait(Number(board()?.dataset['after']) || 15);
}

async function get(url: string, accept: string): Promise<Response> {
  const gaveUp = new AbortController();
  const timer = setTimeout(() => gaveUp.abort(), patience);
  try {
    const answer = await fetch(url, { headers: { accept }, cache: 'no-store', signal: gaveUp.signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

function stageOf({ state, outcome, position }: News): string {
  if (state === 'ended') return outcome ?? 'ended';
  if (state === 'admitted') return 'admitted';
  return position === null ? 'before' : 'waiting';
}

function part(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}

// Written only when it changes: page translators and screen readers notice every writing.
function write(selector: string, words: string): void {
  const shown = part(selector);
  if (shown && shown.textContent !== words) shown.textContent = words;
}

/** On the office's clock, and on the reader's own where that is another. */
function showEstimate(instant: string | null, unknown: string): void {
  const shown = document.querySelector<HTMLTimeElement>('[data-estimate]');
  if (!shown) return;
  const words = instant === null ? unknown : (shown.dataset['estimate'] ?? '%').replace('%', clock(instant));
  if (shown.firstChild?.textContent === words) return;
  shown.textContent = words;
  shown.dateTime = instant ?? '';
  shown.dataset['office'] = instant?.slice(0, 16) ?? '';
  completeOfficeTimes();
}

function numberIn(shown: HTMLElement | null): number | null {
  const digits = shown?.textContent?.replace(/\D/g, '') ?? '';
  return digits === '' ? null : Number(digits);
}

/** `14:50` on the office's clock, which the instant is written in; with its day when that is not today's. */
function clock(instant: string): string {
  const [day = '', time = ''] = instant.split('T');
  const here = new Date(Date.now() + offsetOf(instant)).toISOString().slice(0, 10);
  const hour = time.slice(0, 5);
  if (day === here) return hour;
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(languages(), options).format(new Date(day))}, ${hour}`;
}

function offsetOf(instant: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(instant) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -size : size;
}

function written(count: number): string {
  return new Intl.NumberFormat(languages(), { useGrouping: true }).format(count);
}

// A page translator writes its own language there, and not always one that is known.
function languages(): string[] {
  const { lang } = document.documentElement;
  try {
    return Intl.getCanonicalLocales(lang === 'en' ? 'en-GB' : lang);
  } catch {
    return [];
  }
}
