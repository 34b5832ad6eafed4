import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { kitPages as pages } from '#test/kit-pages.tsx';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; require-trusted-types-for 'script'";
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
let posted: string[] = [];
let folder: string;
let server: Server;
let site: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turno-kit-'));
  // A plain script without types: what it exports is said here.
  const build = (await import(new URL('../../assets/build.mjs', import.meta.url).href)) as {
    buildAssets(options: { outDir: string }): Promise<Record<string, string>>;
  };
  const manifest = await build.buildAssets({ outDir: folder });
  server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://kit').pathname;
      const name = path.replace('/assets/', '').replace(/\.[0-9a-f]{10}\./, '.');
      const file = manifest[name];
      const view = pages[path];
      if (request.method === 'POST') {
        let body = '';
        for await (const part of request) body += String(part);
        posted.push(body);
        response.writeHead(204).end();
      } else if (file) {
        response.setHeader('content-type', types[file.split('.').at(-1) ?? ''] ?? '');
        response.end(await readFile(join(folder, file)));
      } else if (view) {
        response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', policy);
        response.end(`<!doctype html>${renderToString(view)}`);
      } else response.writeHead(404).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  posted = [];
});

async function open(path: string, options: { width?: number; javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const { width = 1280, javaScriptEnabled = true } = options;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    timezoneId: 'Europe/Rome',
    javaScriptEnabled,
  });
  const page = await context.newPage();
  await page.goto(site + path, { waitUntil: 'load' });
  return page;
}

describe.each(Object.keys(pages))('the kit on %s', (path) => {
  test.each([1280, 320])(
    'gives axe and the content policy nothing to complain of at %i pixels, and fits',
    async (width) => {
      const complaints: string[] = [];
      const page = await open(path, { width });
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.reload({ waitUntil: 'load' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.context().close();
    },
  );
});

describe('a form in a browser', () => {
  test.each([true, false])(
    'sends itself on Enter, never the language switch (scripts: %s)',
    async (javaScriptEnabled) => {
      const page = await open('/form', { javaScriptEnabled });
      await page.getByLabel('Nome').fill('Anna');
      await page.getByLabel('Nome').press('Enter');
      await expect.poll(() => posted.length).toBe(1);
      expect(posted[0]).toContain('people.0.name=Anna');
      expect(posted[0]).not.toContain('_lang');
      await page.context().close();
    },
  );

  test('changes language with what was typed', async () => {
    const page = await open('/form');
    await page.getByLabel('Nome').fill('Anna');
    await page.locator('.t-languages-more > summary').click();
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => posted[0]).toMatch(/^_lang=en&.*people\.0\.name=Anna/);
    await page.context().close();
  });

  test('is sent once however often one clicks, and says so', async () => {
    const page = await open('/form');
    await page.getByRole('button', { name: 'Salva' }).click();
    const busy = page.getByRole('button', { name: 'Salvo…' });
    await busy.click({ force: true });
    await busy.click({ force: true });
    await expect.poll(() => posted.length).toBe(1);
    await page.context().close();
  });

  test('sent back begins at its error summary', async () => {
    const page = await open('/form');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await page.context().close();
  });
});

test('in a calendar the keys move among the free days', async () => {
  const page = await open('/ticket');
  await page.locator('[data-day="2027-01-08"]').focus();
  const reached: string[] = [];
  for (const key of ['ArrowRight', 'ArrowDown', 'End', 'Home', 'ArrowLeft']) {
    await page.keyboard.press(key);
    reached.push(await page.evaluate(() => document.activeElement?.getAttribute('data-day')?.slice(-2) ?? ''));
  }
  expect(reached).toEqual(['12', '21', '27', '07', '07']);
  await page.context().close();
});

test('a reader in another zone sees both clocks, and how long a seat is held', async () => {
  const ticket = await open('/ticket');
  expect(await ticket.locator('.t-ticket-time').innerText()).toMatch(/alle 13:20\s+\(14:20 da te\)/);
  await ticket.context().close();
  const held = await open('/form');
  expect(await held.locator('.t-countdown').innerText()).toMatch(/fino alle 14:32\s+ancora 12 min/);
  await held.context().close();
});

test('the key "/" leads to the desk’s search until it is turned off', async () => {
  const page = await open('/agenda');
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  await page.keyboard.press('/');
  expect(await focused()).toBe('INPUT');
  await page.locator('[data-shortcut-switch]').click();
  await page.keyboard.press('/');
  expect(await focused()).toBe('BUTTON');
  await page.context().close();
});
