import { type Asks, nameOf, openingAt, place, rangeWords, type Stretch, timeOf, type Week } from './week-places.ts';

const step = 30;

/**
 * One tab stop for the whole grid: arrows move it among half hours, Enter begins and ends a stretch, Shift with arrows
 * extends it, Enter on an opening opens its form, Delete asks whether to remove it.
 */
export function addCellCursor(week: Week, asks: Asks): void {
  const cursor = document.createElement('button');
  cursor.type = 'button';
  cursor.className = 't-cell-cursor';
  const shape = document.createElement('div');
  shape.className = 't-drawn';
  let day = 0;
  let minute = Math.max(week.first, 9 * 60);
  let anchor: number | undefined;
  show(false);

  cursor.addEventListener('focus', () => show(true));
  cursor.addEventListener('blur', () => setAnchor(undefined));
  cursor.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!press(event.key, event.shiftKey)) return;
    event.preventDefault();
    // Escape also stops a drag: the key was meant for the cursor.
    event.stopPropagation();
  });

  function press(key: string, isShift: boolean): boolean {
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      if (isShift) anchor ??= minute;
      minute = within(minute + (key === 'ArrowUp' ? -step : step));
    } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      // A stretch stays on its day.
      if (anchor !== undefined) return true;
      day = (day + (key === 'ArrowLeft' ? week.days.length - 1 : 1)) % week.days.length;
    } else if (key === 'Home') minute = week.first;
    else if (key === 'End') minute = week.last - step;
    else if (key === 'Enter' || key === ' ') return enter();
    else if (key === 'Delete' || key === 'Backspace') return remove();
    else if (key === 'Escape' && anchor !== undefined) {
      setAnchor(undefined);
      week.say(week.words('saysCancelled'));
      return true;
    } else return false;
    show(true);
    return true;
  }

  function enter(): boolean {
    const column = week.days[day];
    const opening = column && openingAt(column, minute);
    if (anchor === undefined && opening instanceof HTMLAnchorElement) opening.click();
    else if (anchor === undefined) {
      setAnchor(minute);
      if (column) week.say(week.words('saysStart', { day: nameOf(column), time: timeOf(minute) }));
    } else {
      const stretch = stretchNow();
      setAnchor(undefined);
      if (stretch) asks.draw(stretch);
    }
    return true;
  }

  function remove(): boolean {
    const column = week.days[day];
    const opening = column && openingAt(column, minute);
    if (opening) asks.remove(opening);
    return opening !== undefined;
  }

  function setAnchor(at: number | undefined): void {
    anchor = at;
    drawShape();
  }

  function stretchNow(): Stretch | undefined {
    const column = week.days[day];
    if (anchor === undefined || !column) return undefined;
    return { day: column, from: Math.min(anchor, minute), until: Math.max(anchor, minute) + step };
  }

  function drawShape(): void {
    const stretch = stretchNow();
    if (!stretch) return shape.remove();
    place(week, shape, stretch);
    shape.textContent = `${timeOf(stretch.from)}–${timeOf(stretch.until)}`;
  }

  function show(isHeard: boolean): void {
    const column = week.days[day];
    if (!column) return;
    const hadFocus = document.activeElement === cursor;
    place(week, cursor, { day: column, from: minute, until: minute + step });
    // Moving an element to another day takes the focus off it.
    if (hadFocus && document.activeElement !== cursor) cursor.focus();
    drawShape();
    const opening = openingAt(column, minute);
    const about = { day: nameOf(column), time: timeOf(minute), opening: hoursOf(opening) };
    const words = week.words(opening ? 'saysOpening' : 'saysFree', about);
    cursor.setAttribute('aria-label', `${week.words('cursor')}: ${words}`);
    const stretch = stretchNow();
    if (isHeard) week.say(stretch ? rangeWords(week, stretch) : words);
  }

  function within(wish: number): number {
    return Math.min(week.last - step, Math.max(week.first, wish));
  }
}

function hoursOf(opening: HTMLElement | undefined): string {
  return opening ? `${opening.dataset.starts}–${opening.dataset.ends}` : '';
}
