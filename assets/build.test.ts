import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { models } from '../src/features/photo/engine/models.ts';

const require = createRequire(import.meta.url);

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

// The browsers of 2021 and later: Chrome 88, Firefox 78, Safari 14. Older ones read the same pages, plainer.
test('scripts are written in the language of 2020, with functions of 2020', async () => {
  const script = await readFile(built('turno.js'), 'utf8');
  const as = (target: string) => transform(script, { target, minify: true }).then(({ code }) => code);
  expect(await as('es2020')).toBe(await as('esnext'));
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const check = promisify(execFile)(process.execPath, [compiler, '--noEmit', '-p', projectPath('assets', 'scripts')]);
  await expect(check.catch((error: { stdout: string }) => error)).resolves.toMatchObject({ stdout: '' });
});

test('what younger style rules do, no page needs: each stands in a rule of its own', async () => {
  const own = await ownStyles();
  expect(own).not.toMatch(/@container|@layer|subgrid|@scope|:nth-child\([^)]* of /);
  // A selector unknown to a browser takes its whole list with it.
  for (const [, selectors = ''] of own.matchAll(/([^{}]+)\{/g)) {
    const parts = selectors.split(/,(?![^(]*\))/);
    if (selectors.includes(':has('))
      expect(
        parts.every((part) => part.includes(':has(')),
        selectors,
      ).toBe(true);
  }
  for (const [unit] of own.matchAll(/\d(?:dvh|svh|lvh|cqi|cqw)\b|color-mix\(|oklch\(|light-dark\(/g))
    expect(unit).toBe('');
});

test('what a first visit loads is far below 150 kB', async () => {
  const loaded = ['turno.css', 'turno.js', 'sprite.svg'].map((name) => `${built(name)}.br`);
  const fonts = ['titillium-400.woff2', 'titillium-600.woff2', 'titillium-700.woff2'].map(built);
  const sizes = await Promise.all([...loaded, ...fonts].map(async (file) => (await stat(file)).size));
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(100_000);
});

test('what the camera needs, no page loads that has none', async () => {
  const [script, style] = await Promise.all(['turno.js', 'turno.css'].map((name) => readFile(built(name), 'utf8')));
  expect(script).not.toMatch(/photo-live|getUserMedia/);
  expect(style).not.toContain('t-live-');
  // A page with a camera loads this much, and the rest when somebody opens it.
  expect((await stat(built('photo-live.js'))).size).toBeLessThan(2_000);
});

test('the worker of the camera asks for models that are there, as they are pinned', async () => {
  const worker = await readFile(built('photo-live-worker.js'), 'utf8');
  for (const { graph, weights } of Object.values(models)) {
    for (const { file, sha256 } of [graph, weights]) {
      expect(worker).toContain(`/assets/${manifest[file]}`);
      expect(
        createHash('sha256')
          .update(await readFile(built(file)))
          .digest('hex'),
      ).toBe(sha256);
    }
  }
});

async function ownStyles(): Promise<string> {
  const folder = projectPath('assets', 'styles');
  const files = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(files)).join('\n').replace(/\/\*[^]*?\*\//g, '');
}
