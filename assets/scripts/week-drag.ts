import {
  type Asks,
  dayAt,
  minuteAt,
  minuteOf,
  place,
  rangeWords,
  type Stretch,
  timeOf,
  type Week,
} from './week-places.ts';

const drawStep = 30;
const moveStep = 15;
/** Pixels at the upper and lower edge of an opening that make it longer. */
const edge = 8;
/** Pixels before a press is a drag and no click. */
const slack = 4;
/** Milliseconds a finger rests before it draws: until then it scrolls. */
const rest = 350;

interface Drag {
  readonly opening: HTMLElement | null;
  readonly kind: 'draw' | 'move' | 'start' | 'end';
  readonly day: HTMLElement;
  readonly x: number;
  readonly y: number;
  readonly minute: number;
  active: boolean;
  stretch: Stretch | undefined;
}

/** Drawing on empty hours, moving an opening, pulling its edges: with mouse, pen, or a finger that rests first. */
export function addDragging(week: Week, asks: Asks): void {
  const shape = document.createElement('div');
  shape.className = 't-drawn';
  let drag: Drag | undefined;
  let resting = 0;

  week.list.addEventListener('pointerdown', (event) => {
    if (!week.list.classList.contains('t-week-live') || event.button !== 0) return;
    const target = event.target as Element;
    const day = target.closest<HTMLElement>('[data-week-day]');
    const opening = target.closest<HTMLElement>('[data-opening]');
    if (!day || (!opening && target.closest('a, button, .t-opening'))) return;
    const kind = opening ? kindOf(opening, event.clientY) : 'draw';
    const minute = minuteAt(week, day, event.clientY, drawStep, Math.floor);
    drag = { opening, kind, day, x: event.clientX, y: event.clientY, minute, active: false, stretch: undefined };
    if (event.pointerType === 'touch') resting = window.setTimeout(begin, rest, event.pointerId);
  });

  week.list.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > slack;
    if (!drag.active && far) {
      if (event.pointerType === 'touch') return stop();
      begin(event.pointerId);
    }
    if (drag.active) follow(event.clientX, event.clientY);
  });

  week.list.addEventListener('pointerup', () => {
    const done = drag;
    stop();
    if (done && !done.active && !done.opening) {
      // A click on an empty hour means that hour.
      const until = Math.min(done.minute + 2 * drawStep, week.last);
      return asks.draw({ day: done.day, from: until - 2 * drawStep, until });
    }
    if (!done?.active || !done.stretch) return;
    // The click that follows would open the form of the opening that was moved.
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    if (done.opening) asks.move(done.opening, done.stretch);
    else asks.draw(done.stretch);
  });

  week.list.addEventListener('pointercancel', stop);
  week.list.addEventListener('touchmove', (event) => drag?.active && event.preventDefault(), { passive: false });
  week.list.addEventListener('dragstart', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => event.key === 'Escape' && stop());

  function begin(pointer: number): void {
    if (!drag) return;
    drag.active = true;
    week.list.setPointerCapture(pointer);
    drag.opening?.classList.add('t-opening-dragged');
    follow(drag.x, drag.y);
  }

  function follow(x: number, y: number): void {
    if (!drag) return;
    drag.stretch = stretchOf(week, drag, x, y);
    place(week, shape, drag.stretch);
    shape.textContent = `${timeOf(drag.stretch.from)}–${timeOf(drag.stretch.until)}`;
    week.say(rangeWords(week, drag.stretch));
  }

  function stop(): void {
    clearTimeout(resting);
    drag?.opening?.classList.remove('t-opening-dragged');
    shape.remove();
    drag = undefined;
  }
}

function stretchOf(week: Week, drag: Drag, x: number, y: number): Stretch {
  const { opening, kind, day } = drag;
  if (!opening) {
    const minute = minuteAt(week, day, y, drawStep);
    const [from, until] = minute <= drag.minute ? [minute, drag.minute + drawStep] : [drag.minute, minute];
    return { day, from, until: Math.max(until, from + drawStep) };
  }
  const [starts, ends] = [minuteOf(opening.dataset.starts), minuteOf(opening.dataset.ends)];
  if (kind === 'start') return { day, from: Math.min(minuteAt(week, day, y, moveStep), ends - moveStep), until: ends };
  if (kind === 'end')
    return { day, from: starts, until: Math.max(minuteAt(week, day, y, moveStep), starts + moveStep) };
  const { height } = day.getBoundingClientRect();
  const moved = Math.round((((y - drag.y) / height) * (week.last - week.first)) / moveStep) * moveStep;
  const from = Math.min(Math.max(starts + moved, week.first), week.last - (ends - starts));
  return { day: dayAt(week, x) ?? day, from, until: from + ends - starts };
}

function kindOf(opening: HTMLElement, y: number): 'move' | 'start' | 'end' {
  const { top, bottom } = opening.getBoundingClientRect();
  if (y < top + edge) return 'start';
  return y > bottom - edge ? 'end' : 'move';
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
