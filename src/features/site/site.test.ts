import { readdir, readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { type HTMLElement, parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { cookies, storedBySite } from './cookies.ts';
import { addSitePages } from './index.ts';
import { robots } from './robots.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await sliceApp(deps.current, addSitePages);
  return () => app.close();
});

const { help, privacy, accessibility, legal, contacts } = sitePaths;
const own = [help, privacy, accessibility, sitePaths.cookies, legal, contacts];
/** Pages of other features that these pages may point to. */
const others = [
  ...['/', '/offices', '/bookings', '/login', '/profile', '/forgotten-password', '/accessibility/report'],
  ...['/faq', '/manual/citizen', '/manual/operator', '/help/ask', '/login/help', '/find-booking', '/open-data'],
];

async function read(path: string, language: 'it' | 'en'): Promise<HTMLElement> {
  const response = await app.inject({ url: path, headers: { 'accept-language': language } });
  expect(response.statusCode).toBe(200);
  return parse(response.body);
}

describe.each(own)('the page %s', (path) => {
  it.each(['it', 'en'] as const)('is written in %s, under one heading, with its contents', async (language) => {
    const document = await read(path, language);
    expect(document.querySelector('html')?.getAttribute('lang')).toBe(language);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main section').length).toBeGreaterThan(3);
  });

  it('says different words in each language', async () => {
    const [italian, english] = await Promise.all([read(path, 'it'), read(path, 'en')]);
    const same = paragraphs(italian).filter((text) => paragraphs(english).includes(text));
    expect(same).toEqual([]);
  });

  it('links only to what exists', async () => {
    const document = await read(path, 'it');
    for (const link of document.querySelectorAll('main a, footer a')) {
      const href = link.getAttribute('href') ?? '';
      if (href.startsWith('#')) expect(document.querySelector(href), href).not.toBeNull();
      else if (!href.startsWith('https://')) expect([...own, ...others], href).toContain(href.split('?')[0]);
    }
  });
});

function paragraphs(document: HTMLElement): string[] {
  return document.querySelectorAll('main p, main li').map((element) => element.text);
}

describe('every page’s footer', () => {
  it('carries the two links that Italian public sites must carry, marked as the national checks look for them', async () => {
    const document = await read(sitePaths.help, 'it');
    const marked = (element: string) => document.querySelector(`footer a[data-element="${element}"]`);
    expect(marked('privacy-policy-link')?.getAttribute('href')).toBe(sitePaths.privacy);
    expect(marked('accessibility-link')?.getAttribute('href')).toBe(sitePaths.accessibility);
  });
});

describe('the page on cookies', () => {
  it('names every cookie that the sources set, and no other', async () => {
    const sources = await textOf('src', /\.tsx?$/);
    const named = new Set(
      [...sources.matchAll(/const (?:cookieName|\w+Cookie) = '(\w+)'/g)].map(([, name]) => name ?? ''),
    );
    expect([...named].sort()).toEqual(cookies.map(({ name }) => name).sort());
    const document = await read(sitePaths.cookies, 'it');
    expect(document.querySelectorAll('tbody code').map((code) => code.text)).toEqual(cookies.map(({ name }) => name));
  });

  it('misses none, since each is set by the constant that holds its name', async () => {
    const sources = await textOf('src', /\.tsx?$/);
    const given = [...sources.matchAll(/\.setCookie\(\s*([^,]+),/g)].map(([, name]) => name);
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((name) => !/^(cookieName|\w+Cookie)$/.test(name ?? ''))).toEqual([]);
  });

  it('names what the scripts keep in the browser', async () => {
    const scripts = await textOf('assets/scripts', /\.ts$/);
    const uses = scripts.includes('localStorage') || scripts.includes('sessionStorage');
    expect(uses).toBe(true);
    const named = [...scripts.matchAll(/'(turno-[a-z-]+)'/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(storedBySite));
    expect((await read(sitePaths.cookies, 'en')).text).toContain(storedBySite[0]);
  });
});

/** All sources under a folder as one text; tests, and these pages' own list, left out. */
async function textOf(folder: string, files: RegExp): Promise<string> {
  const names = await readdir(projectPath(folder), { recursive: true });
  const wanted = names.filter((name) => files.test(name) && !/\.test\.|features\/site\//.test(name));
  return (await Promise.all(wanted.map((name) => readFile(projectPath(folder, name), 'utf8')))).join('\n');
}

describe('robots.txt', () => {
  it('keeps search engines away from what belongs to one person', async () => {
    const response = await app.inject({ url: '/robots.txt' });
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain('Disallow: /l/\n');
    expect(response.body).not.toContain('Disallow: /\n');
  });

  it('keeps them away from a trial set-up altogether', () => {
    expect(robots({ demo: true })).toBe('User-agent: *\nDisallow: /\n');
  });
});
