const steps: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const DAY = 86_400_000;

/** In a calendar one free day takes the tab stop, and arrows, Home, End and the Page keys move among the free days. */
export function moveInCalendars(): void {
  for (const calendar of document.querySelectorAll<HTMLElement>('[data-calendar]')) {
    const days = [...calendar.querySelectorAll<HTMLAnchorElement>('a[data-day]')];
    if (days.length === 0) continue;
    holdTabStop(days, days.find((day) => day.getAttribute('aria-current') === 'true') ?? days[0]);
    calendar.addEventListener('focusin', (event) => {
      const day = days.find((candidate) => candidate === event.target);
      if (day) holdTabStop(days, day);
    });
    calendar.addEventListener('keydown', (event) => {
      const from = days.find((day) => day === event.target);
      if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const to = target(days, from, event.key);
      if (to === undefined) return;
      event.preventDefault();
      to.focus();
    });
  }
}

function target(
  days: readonly HTMLAnchorElement[],
  from: HTMLAnchorElement,
  key: string,
): HTMLAnchorElement | undefined {
  const step = steps[key];
  if (step !== undefined) return nearest(days, from, dayNumber(from) + step);
  const month = monthOf(from);
  const inMonth = days.filter((day) => monthOf(day) === month);
  if (key === 'Home') return inMonth[0];
  if (key === 'End') return lastOf(inMonth);
  if (key === 'PageDown') return days.find((day) => monthOf(day) > month) ?? from;
  if (key === 'PageUp') {
    const before = lastOf(days.filter((day) => monthOf(day) < month));
    return before ? days.find((day) => monthOf(day) === monthOf(before)) : from;
  }
  return undefined;
}

// Where the wished day is not free, the next free one in the same direction.
function nearest(days: readonly HTMLAnchorElement[], from: HTMLAnchorElement, wish: number): HTMLAnchorElement {
  const found =
    wish > dayNumber(from)
      ? days.find((day) => dayNumber(day) >= wish)
      : lastOf(days.filter((day) => dayNumber(day) <= wish));
  return found ?? from;
}

function holdTabStop(days: readonly HTMLAnchorElement[], chosen: HTMLAnchorElement | undefined): void {
  for (const day of days) day.tabIndex = day === chosen ? 0 : -1;
}

function lastOf(days: readonly HTMLAnchorElement[]): HTMLAnchorElement | undefined {
  return days[days.length - 1];
}

function dayNumber(day: HTMLAnchorElement): number {
  return Date.parse(day.dataset.day ?? '') / DAY;
}

function monthOf(day: HTMLAnchorElement): string {
  return (day.dataset.day ?? '').slice(0, 7);
}
