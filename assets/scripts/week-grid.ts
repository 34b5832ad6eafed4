import { askToMove, askToRemove, drawInDialog } from './week-dialogs.ts';
import { addCellCursor } from './week-keys.ts';
import { addDragging } from './week-drag.ts';
import { readWeek } from './week-places.ts';

const wide = matchMedia('(min-width: 60rem)');

/** In the week of a planner one draws hours, moves them and makes them longer: with mouse, finger, pen and keys. */
export function drawInWeeks(): void {
  const list = document.querySelector<HTMLElement>('[data-week-grid]');
  // A browser without dialogs (before 2022) keeps the week as it stands, with its links to forms.
  if (!list || typeof HTMLDialogElement !== 'function') return;
  const week = readWeek(list);
  const drawn = drawInDialog();
  const asks = { draw: drawn, move: askToMove(week), remove: askToRemove(week) };
  const show = () => list.classList.toggle('t-week-live', wide.matches);
  show();
  list.parentElement?.parentElement?.classList.add('t-week-live');
  wide.addEventListener('change', show);
  addDragging(week, asks);
  addCellCursor(week, asks);
}
