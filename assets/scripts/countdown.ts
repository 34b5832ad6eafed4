const MINUTE = 60_000;

/** Completes "Posto trattenuto fino alle 14:32" with the minutes left; speaks once, in the last two minutes. */
export function showTimeLeft(): void {
  for (const countdown of document.querySelectorAll<HTMLElement>('[data-until]')) run(countdown);
}

function run(countdown: HTMLElement): void {
  const { now = '', left = '', last = '', warning = '', final = '', over = '' } = countdown.dataset;
  // The page says what time the server had, so that a wrong clock here does not frighten anybody.
  const end = Date.now() + (Date.parse(countdown.dataset['until'] ?? '') - Date.parse(now));
  const shown = countdown.querySelector<HTMLElement>('[data-countdown-left]');
  const spoken = countdown.querySelector<HTMLElement>('[data-countdown-status]');
  const until = countdown.querySelector<HTMLElement>('[data-countdown-until]');
  if (!shown || !spoken || !until || Number.isNaN(end)) return;
  let isWarned = false;
  let told = '';
  const tick = () => {
    const rest = end - Date.now();
    if (rest <= 0) {
      // "Held until" is no longer true: it gives way.
      until.textContent = over;
      shown.textContent = '';
      spoken.textContent = over;
      return;
    }
    const words = rest < MINUTE ? last : left.replace('%', String(Math.ceil(rest / MINUTE)));
    // Written only when it changes: a page translator would translate the same words again each time.
    if (words !== told) shown.textContent = told = words;
    if (rest <= 2 * MINUTE && !isWarned) {
      isWarned = true;
      spoken.textContent = rest < MINUTE ? final : warning;
    }
    setTimeout(tick, Math.min(rest, 5_000));
  };
  tick();
}
