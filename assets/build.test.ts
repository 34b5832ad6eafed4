import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Build = { buildAssets(options: { outDir: string }): Promise<Record<string, string>> };

let folder: string;
let manifest: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turno-assets-'));
  // A plain script without types: what it exports is said here.
  const { buildAssets } = (await import(new URL('./build.mjs', import.meta.url).href)) as Build;
  manifest = await buildAssets({ outDir: folder });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const built = (name: string) => join(folder, manifest[name] ?? 'missing');

test('every file carries the hash of what is in it', async () => {
  for (const [name, hashed] of Object.entries(manifest)) {
    const [stem, end] = name.split('.');
    expect(hashed).toMatch(new RegExp(`^${stem}\\.[0-9a-f]{10}\\.${end}$`));
  }
  expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest);
});

test('the stylesheet asks only for files that exist, and for no font inside itself', async () => {
  const css = await readFile(built('turno.css'), 'utf8');
  const asked = [...css.matchAll(/\/assets\/([\w.-]+)/g)].map(([, name]) => name);
  expect(asked).toHaveLength(3);
  const files = await readdir(folder);
  for (const name of asked) expect(files).toContain(name);
  expect(css).not.toMatch(/VideoJS|data:application/);
});

test('Bootstrap Italia’s parts that nobody uses are left out, those in use are kept', async () => {
  const css = await readFile(built('turno.css'), 'utf8');
  expect(css).not.toMatch(/\.(video-js|carousel|offcanvas|splide)\b/);
  expect(css).toContain('.btn-outline-primary');
  expect(css).toContain('.visually-hidden');
});

test('what a first visit loads is far below 150 kB', async () => {
  const loaded = ['turno.css', 'turno.js', 'sprite.svg'].map((name) => `${built(name)}.br`);
  const fonts = ['titillium-400.woff2', 'titillium-600.woff2', 'titillium-700.woff2'].map(built);
  const sizes = await Promise.all([...loaded, ...fonts].map(async (file) => (await stat(file)).size));
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(100_000);
});
