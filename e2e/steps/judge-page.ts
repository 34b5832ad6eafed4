import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Everything wrong with the page that is open, in words; nothing when it is good. */
export async function faultsOf(page: Page, expected: { language: string; axe?: boolean }): Promise<string[]> {
  const faults = await page.evaluate(faultsInPage, expected.language);
  if (expected.axe ?? true) {
    // Telling only of what is wrong, looking into no frame and loading no style sheet again makes it several times as fast.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false });
    const { violations } = await axe.analyze();
    faults.push(...violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(' | ')}`));
  }
  return faults;
}

/** Paths of this site that the page links to. */
export function linksOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((link) => link.origin === location.origin)
      .map((link) => link.pathname + link.search),
  );
}

/** Runs in the browser, so it can use nothing from outside. */
function faultsInPage(language: string): string[] {
  const faults: string[] = [];
  const say = (is: boolean, words: string) => is && faults.push(words);
  const { documentElement: root, body, title } = document;
  say(root.lang !== language, `the language is said to be ${root.lang}`);
  say(!/^.+ · Turno$/.test(title), `the title is «${title}»`);
  const headings = [...document.querySelectorAll('h1')];
  say(headings.length !== 1 || headings[0]?.textContent?.trim() === '', `${headings.length} headings of level 1`);
  const controls = document.querySelectorAll<HTMLInputElement>(
    'input:not([type=hidden], [hidden], [aria-hidden=true]), select, textarea',
  );
  for (const control of controls) {
    const labels = control.labels?.length ?? 0;
    say(labels === 0 && !control.getAttribute('aria-label'), `${control.name} has no label`);
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids)) say(ids.indexOf(id) !== ids.lastIndexOf(id), `the id ${id} stands twice`);
  const unready = /\bundefined\b|\bNaN\b|\[object |\{[a-z]\w*\}|Invalid Date/.exec(body.innerText)?.[0];
  say(unready !== undefined, `the page shows «${unready}»`);
  for (const link of document.querySelectorAll('a')) {
    say(['', '#'].includes(link.getAttribute('href') ?? ''), `a link leads nowhere: ${link.outerHTML}`);
  }
  if (root.scrollWidth > window.innerWidth) {
    const isClipped = (element: Element) => element.closest('[tabindex="0"], .visually-hidden') !== null;
    const wide = [...body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !isClipped(element),
    );
    faults.push(`too wide at ${window.innerWidth} pixels: ${wide.at(-1)?.outerHTML.slice(0, 200)}`);
  }
  return faults;
}
