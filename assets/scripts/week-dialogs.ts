import { nameOf, type Stretch, timeOf, type Week } from './week-places.ts';

/** The dialog of new hours, filled with what was drawn. */
export function drawInDialog(): (stretch: Stretch) => void {
  const dialog = dialogOf('[data-draw-dialog]');
  return ({ day, from, until }) => {
    const form = dialog?.querySelector('form');
    if (!dialog || !form) return;
    fill(form, { starts: timeOf(from), ends: timeOf(until), validFrom: day.dataset.validFrom ?? '' });
    for (const box of form.querySelectorAll<HTMLInputElement>('input[name="weekdays"]')) {
      box.checked = box.value === day.dataset.weekDay;
    }
    dialog.showModal();
  };
}

/** Sends a movement: at once when there is nothing to choose, else after asking whether it means all days of the rule. */
export function askToMove(week: Week): (opening: HTMLElement, to: Stretch) => void {
  const dialog = dialogOf('[data-move-dialog]');
  return (opening, to) => {
    const form = dialog?.querySelector('form');
    const { starts, ends, seen = '', day: weekday = '' } = opening.dataset;
    const toWeekday = to.day.dataset.weekDay ?? '';
    const [from, until] = [timeOf(to.from), timeOf(to.until)];
    if (!dialog || !form || (starts === from && ends === until && toWeekday === weekday)) return;
    aim(form, opening, 'move');
    fill(form, { weekday, toWeekday, starts: from, ends: until, seen });
    week.say(week.words('saysMoved', { day: nameOf(to.day), starts: from, ends: until }));
    const isAlone = opening.dataset.alone === 'yes';
    if (isAlone || toWeekday !== weekday) return send(form, 'day');
    const day = dayOf(opening);
    const values = { from: `${starts}–${ends}`, to: `${from}–${until}`, days: opening.dataset.days ?? '', day };
    ask(dialog, week.words('moveAsk', values), [week.words('moveDay', { day }), week.words('moveAll')]);
  };
}

export function askToRemove(week: Week): (opening: HTMLElement) => void {
  const dialog = dialogOf('[data-remove-dialog]');
  return (opening) => {
    const form = dialog?.querySelector('form');
    if (!dialog || !form) return;
    const { starts, ends, seen = '', day: weekday = '', days = '' } = opening.dataset;
    aim(form, opening, 'remove');
    fill(form, { weekday, seen });
    const day = dayOf(opening);
    const isAlone = opening.dataset.alone === 'yes';
    const labels = isAlone
      ? [null, week.words('removeOne')]
      : [week.words('removeDay', { day }), week.words('removeAll')];
    ask(dialog, week.words('removeAsk', { days, from: `${starts}–${ends}` }), labels);
  };
}

function dialogOf(selector: string): HTMLDialogElement | undefined {
  const dialog = document.querySelector<HTMLDialogElement>(selector);
  if (!dialog) return undefined;
  dialog.querySelector('button[name="close"]')?.addEventListener('click', () => dialog.close());
  return dialog;
}

/** The buttons are "only this day" and "all days"; without a label a button is not offered. */
function ask(dialog: HTMLDialogElement, question: string, labels: readonly (string | null | undefined)[]): void {
  const words = dialog.querySelector('[data-ask]');
  if (words) words.textContent = question;
  dialog.querySelectorAll<HTMLButtonElement>('button[name="scope"]').forEach((button, index) => {
    const label = labels[index];
    button.hidden = label === null || label === undefined;
    button.textContent = label ?? '';
  });
  dialog.showModal();
}

function aim(form: HTMLFormElement, opening: HTMLElement, verb: 'move' | 'remove'): void {
  form.action = `${form.dataset.rules}/${opening.dataset.opening}/${verb}`;
}

function send(form: HTMLFormElement, scope: 'day' | 'all'): void {
  form.requestSubmit(form.querySelector<HTMLButtonElement>(`button[name="scope"][value="${scope}"]`));
}

function fill(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}

function dayOf(opening: HTMLElement): string {
  const day = opening.closest<HTMLElement>('[data-week-day]');
  return day ? nameOf(day) : '';
}
