const actions: Readonly<Record<string, string>> = { a: 'check-in', c: 'call', s: 'serve', n: 'no-show', z: 'undo' };

/**
 * In the agenda one key acts on the appointment that has the focus, and arrows go to the next. Keys work only there, so
 * nothing is pressed by somebody who dictates or types elsewhere (WCAG 2.1.4).
 */
export function offerAgendaKeys(): void {
  const help = document.querySelector<HTMLElement>('[data-agenda-keys]');
  if (!help) return;
  help.hidden = false;
  const entries = Array.from(document.querySelectorAll<HTMLElement>('.t-entry'));
  // After a button the page comes back to its line: the next key acts there.
  if (/^#b-\w+$/.test(location.hash)) document.querySelector<HTMLElement>(location.hash)?.focus();
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const entry = event.target.closest<HTMLElement>('.t-entry');
    if (!entry || event.target.closest('input, select, textarea')) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = entries[entries.indexOf(entry) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) next.focus();
      event.preventDefault();
      return;
    }
    const action = actions[event.key.toLowerCase()];
    if (action && !event.repeat) entry.querySelector<HTMLButtonElement>(`button[formaction$="/${action}"]`)?.click();
  });
}
