import { setTimeout as pause } from 'node:timers/promises';
import type { AnyElement, AnyPage } from '../steps/any-page.ts';
import { type Driver, DriverError, openWebKit } from './driver.ts';

const patience = 20_000;
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
/** Refusals that pass: the page is still coming, or has just changed. */
const passing =
  /^(no such element|stale element reference|element not interactable|element click intercepted|javascript error|no such window|unknown error)$/;

export interface WebKitPage extends AnyPage {
  /** Runs in the page; its answer comes back as JSON. */
  run(script: string, ...args: readonly unknown[]): Promise<unknown>;
  press(...keys: readonly string[]): Promise<void>;
  /** Waits until the page's content has these words. */
  see(words: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

export const keys = { tab: '\uE004', enter: '\uE007', space: ' ' } as const;

/** `onLoad` is run in each page, as an extension of the browser would. */
export async function openPage(
  address: string,
  { settings = [], onLoad }: { settings?: readonly string[]; onLoad?: string } = {},
): Promise<WebKitPage> {
  const driver = await openWebKit(settings);
  let url = address;
  const run = (script: string, ...args: readonly unknown[]) => driver.call('POST', '/execute/sync', { script, args });
  const settle = async () => {
    if (onLoad !== undefined) await run(onLoad);
  };
  const page: WebKitPage = {
    goto: async (path) => {
      await driver.call('POST', '/url', { url: new URL(path, address).href });
      await settle();
    },
    url: () => url,
    waitForURL: (wanted) =>
      until(`the address ${String(wanted)}`, async () => {
        url = String(await driver.call('GET', '/url'));
        const isThere = wanted instanceof RegExp ? wanted.test(url) : wanted(new URL(url));
        if (!isThere) throw new DriverError('no such window', url);
        await settle();
      }),
    locator: (css) => elementOf(driver, css, 'any', settle),
    run,
    press: async (...pressed) => {
      const actions = pressed.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await driver.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    see: (words) =>
      until(`the words ${String(words)}`, async () => {
        const text = await elementOf(driver, 'main', 'any', settle).innerText();
        if (typeof words === 'string' ? !text.includes(words) : !words.test(text))
          throw new DriverError('no such element', text.slice(0, 400));
      }),
    close: () => driver.close(),
  };
  return page;
}

function elementOf(
  driver: Driver,
  css: string,
  which: 'any' | 'first' | 'last',
  settle: () => Promise<void>,
): AnyElement {
  const find = async () => {
    // The protocol's own shape.
    const found = (await driver.call('POST', '/elements', { using: 'css selector', value: css })) as Record<
      string,
      string
    >[];
    const element = which === 'last' ? found.at(-1) : found[0];
    if (element === undefined) throw new DriverError('no such element', css);
    // Left to itself WebKit brings it to the edge, where a bar may lie over it.
    await driver.call('POST', '/execute/sync', {
      script: 'arguments[0].scrollIntoView({block:"center"})',
      args: [element],
    });
    return `/element/${element[elementKey]}`;
  };
  const act = <Answer>(what: (element: string) => Promise<Answer>) =>
    until(`${css} (${which})`, async () => {
      await settle();
      return what(await find());
    });
  return {
    first: () => elementOf(driver, css, 'first', settle),
    last: () => elementOf(driver, css, 'last', settle),
    click: () => act(async (element) => void (await driver.call('POST', `${element}/click`))),
    fill: (text) =>
      act(async (element) => {
        await driver.call('POST', `${element}/clear`);
        await driver.call('POST', `${element}/value`, { text });
      }),
    check: () =>
      act(async (element) => {
        if ((await driver.call('GET', `${element}/selected`)) !== true) await driver.call('POST', `${element}/click`);
      }),
    innerText: () => act(async (element) => String(await driver.call('GET', `${element}/text`))),
  };
}

async function until<Answer>(what: string, attempt: () => Promise<Answer>): Promise<Answer> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof DriverError) || !passing.test(error.code)) throw error;
      if (performance.now() > deadline) throw new Error(`${what} did not come: ${error.message}`, { cause: error });
      await pause(150);
    }
  }
}
