/** A form that only carries something on through the browser goes by itself; without scripts its button does it. */
export function sendAtOnce(): void {
  document.querySelector<HTMLFormElement>('form[data-at-once]')?.submit();
}
