/** In the office's calendar several days are chosen at once: dragged over, or the first and the last with Shift. */
export function chooseDayRanges(): void {
  for (const calendar of document.querySelectorAll<HTMLElement>('[data-range]')) {
    const days = [...calendar.querySelectorAll<HTMLAnchorElement>('a[data-day]')];
    const hint = calendar.querySelector<HTMLElement>('.t-range-hint');
    if (hint) hint.hidden = false;
    let first: HTMLAnchorElement | undefined;
    let last: HTMLAnchorElement | undefined;
    let dragged = false;

    const mark = () => {
      const [from, to] = inOrder(first, last ?? first);
      for (const day of days)
        day.classList.toggle('t-year-picked', from !== '' && dateOf(day) >= from && dateOf(day) <= to);
    };
    const forget = () => {
      first = last = undefined;
      calendar.classList.remove('t-year-dragging');
      mark();
    };
    const go = () => {
      const [firstDay, lastDay] = inOrder(first, last);
      const query = new URLSearchParams(firstDay === lastDay ? { firstDay } : { firstDay, lastDay });
      forget();
      window.location.assign(`${calendar.dataset.range ?? ''}?${query.toString()}`);
    };

    calendar.addEventListener('pointerdown', (event) => {
      const day = dayAt(event.target);
      if (
        !day ||
        event.pointerType !== 'mouse' ||
        event.button !== 0 ||
        event.shiftKey ||
        event.ctrlKey ||
        event.metaKey
      )
        return;
      first = day;
      dragged = false;
    });
    calendar.addEventListener('pointerover', (event) => {
      const day = dayAt(event.target);
      if (!first || !day || event.buttons !== 1 || (day === first && !dragged)) return;
      dragged = true;
      last = day;
      calendar.classList.add('t-year-dragging');
      mark();
    });
    document.addEventListener('pointerup', (event) => {
      if (!dragged || !first) return;
      if (last && last !== first && dayAt(event.target)) go();
      else forget();
    });
    calendar.addEventListener('click', (event) => {
      const day = dayAt(event.target);
      if (!day) return;
      if (dragged) {
        dragged = false;
        event.preventDefault();
        return;
      }
      if (!event.shiftKey) return;
      event.preventDefault();
      if (first && first.classList.contains('t-year-picked')) {
        last = day;
        go();
        return;
      }
      first = day;
      last = undefined;
      mark();
      say(calendar, day);
    });
    calendar.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') forget();
    });
  }
}

function dayAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  return target instanceof Element ? (target.closest<HTMLAnchorElement>('a[data-day]') ?? undefined) : undefined;
}

function dateOf(day: HTMLElement | undefined): string {
  return day?.dataset.day ?? '';
}

function inOrder(one: HTMLElement | undefined, other: HTMLElement | undefined): [string, string] {
  const [a, b] = [dateOf(one), dateOf(other)];
  return a <= b ? [a, b] : [b, a];
}

function say(calendar: HTMLElement, day: HTMLAnchorElement): void {
  const said = calendar.querySelector('[data-range-said]');
  const words = day.querySelector('.visually-hidden')?.textContent?.split(',')[0] ?? '';
  if (said) said.textContent = (calendar.dataset.rangeFrom ?? '').replace('{day}', words);
}
