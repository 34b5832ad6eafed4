import type { BrowserContext } from 'playwright-core';

/**
 * A page translator as browsers have them: each text is put into `font` elements with other words, again and again as the
 * page changes, and the page is said to be in another language. What is marked `translate="no"` stays as it is.
 */
export async function translatePages(context: BrowserContext): Promise<void> {
  await context.addInitScript(translator);
}

/** The words of the translator: "Prenota" becomes "Gaprenota". */
export function translated(words: string): string {
  return words.replace(/\p{L}+/gu, (word) => `Ga${word.toLowerCase()}`);
}

/** Runs in the browser, so it can use nothing from outside; once a page, however often it is asked for. */
export function translator(): void {
  if (document.documentElement?.classList.contains('translated-ltr')) return;
  const own = new WeakSet<Node>();
  const said = ['placeholder', 'title', 'alt', 'aria-label'];
  const words = (text: string) => text.replace(/\p{L}+/gu, (word) => `Ga${word.toLowerCase()}`);
  const isLeft = (element: Element | null) =>
    !element || element.closest('[translate=no], .notranslate, script, style, textarea') !== null;

  const replace = (text: Text) => {
    if (own.has(text) || text.data.trim() === '' || isLeft(text.parentElement)) return;
    const changed = document.createTextNode(words(text.data));
    own.add(changed);
    if (text.parentElement?.closest('option, title')) return text.replaceWith(changed);
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    for (const font of [outer, inner]) font.style.verticalAlign = 'inherit';
    outer.append(inner);
    inner.append(changed);
    text.replaceWith(outer);
  };
  const translateIn = (root: Node) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    if (root instanceof Text) found.push(root);
    while (texts.nextNode()) if (texts.currentNode instanceof Text) found.push(texts.currentNode);
    found.forEach(replace);
    if (!(root instanceof Element) || isLeft(root)) return;
    for (const element of [root, ...root.querySelectorAll('*')]) {
      for (const name of said) {
        const value = element.getAttribute(name);
        if (value === null || value.startsWith('Ga') || isLeft(element)) continue;
        element.setAttribute(name, words(value));
      }
    }
  };
  const begin = () => {
    const page = document.documentElement;
    page.lang = 'x-unknown-translation';
    page.classList.add('translated-ltr');
    translateIn(page);
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') translateIn(target);
        else addedNodes.forEach(translateIn);
      }
    }).observe(page, { childList: true, characterData: true, subtree: true });
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
