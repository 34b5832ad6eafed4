/** Below a long text: how many characters are left. Read aloud only after a pause in typing. */
export function countCharacters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max]')) {
    const { max = '', left = '', over = '' } = area.dataset;
    const count = document.createElement('p');
    count.className = 't-hint t-characters';
    count.setAttribute('role', 'status');
    area.after(count);
    let pause: number | undefined;
    area.addEventListener('input', () => {
      window.clearTimeout(pause);
      pause = window.setTimeout(() => {
        const rest = Number(max) - area.value.length;
        count.textContent = (rest < 0 ? over : left).replace('%', String(Math.abs(rest)));
      }, 600);
    });
  }
}
