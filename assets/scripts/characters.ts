/** Counts as people see them where the browser can; newer than the other things our scripts ask for. */
function charactersIn(text: string): number {
  const { Segmenter } = Intl as unknown as {
    Segmenter?: new (locales: undefined, options: object) => { segment(text: string): Iterable<unknown> };
  };
  return Segmenter ? [...new Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length : [...text].length;
}

/** Below a long text: how many characters are left, as people see them. Read aloud only after a pause in typing. */
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
        const rest = Number(max) - charactersIn(area.value);
        count.textContent = (rest < 0 ? over : left).replace('%', String(Math.abs(rest)));
      }, 600);
    });
  }
}
