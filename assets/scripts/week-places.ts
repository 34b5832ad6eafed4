/** A stretch of one day on the grid, in minutes since midnight. */
export interface Stretch {
  readonly day: HTMLElement;
  readonly from: number;
  readonly until: number;
}

export interface Week {
  readonly list: HTMLElement;
  readonly days: readonly HTMLElement[];
  /** minutes since midnight of the first and the last line */
  readonly first: number;
  readonly last: number;
  /** A sentence with its places filled in. */
  words(key: string, values?: Readonly<Record<string, string>>): string;
  /** Tells it to screen readers. */
  say(words: string): void;
}

/** What the asking dialogs do with a movement on the grid. */
export interface Asks {
  draw(stretch: Stretch): void;
  move(opening: HTMLElement, to: Stretch): void;
  remove(opening: HTMLElement): void;
}

export function readWeek(list: HTMLElement): Week {
  const sentences = JSON.parse(list.dataset.words ?? '{}') as Record<string, string>;
  const voice = document.querySelector('[data-week-says]');
  return {
    list,
    days: [...list.querySelectorAll<HTMLElement>('[data-week-day]')],
    first: Number(list.dataset.first) * 60,
    last: Number(list.dataset.last) * 60,
    words: (key, values = {}) => (sentences[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
    say: (words) => {
      if (voice) voice.textContent = words;
    },
  };
}

export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

export function minuteOf(time: string | undefined): number {
  const [hours = '0', minutes = '0'] = (time ?? '').split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The minute at a height of the window, to the nearest line of `step` minutes. */
export function minuteAt(week: Week, day: HTMLElement, y: number, step: number, round = Math.round): number {
  const box = day.getBoundingClientRect();
  const minute = week.first + ((y - box.top) / box.height) * (week.last - week.first);
  return Math.min(week.last, Math.max(week.first, round(minute / step) * step));
}

/** The day under a place of the window, or the nearest one beside it. */
export function dayAt(week: Week, x: number): HTMLElement | undefined {
  return week.days.find((day) => x < day.getBoundingClientRect().right) ?? week.days[week.days.length - 1];
}

/** Puts something over a stretch of the grid. */
export function place(week: Week, element: HTMLElement, { day, from, until }: Stretch): void {
  const whole = week.last - week.first;
  if (element.parentElement !== day) day.append(element);
  element.style.top = `${((from - week.first) / whole) * 100}%`;
  element.style.height = `${((until - from) / whole) * 100}%`;
}

export function rangeWords(week: Week, { day, from, until }: Stretch): string {
  return week.words('saysRange', { day: nameOf(day), starts: timeOf(from), ends: timeOf(until) });
}

export function nameOf(day: HTMLElement): string {
  return day.dataset.name ?? '';
}

/** The opening at a minute of a day, the first when several stand side by side. */
export function openingAt(day: HTMLElement, minute: number): HTMLElement | undefined {
  return [...day.querySelectorAll<HTMLElement>('[data-opening]')].find(
    ({ dataset }) => minuteOf(dataset.starts) <= minute && minute < minuteOf(dataset.ends),
  );
}
