import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { pruneCss, wordsOf } from './prune-css.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.dirname(HERE);
const BOOTSTRAP_ITALIA = path.join(ROOT, 'node_modules/bootstrap-italia/dist');
const TITILLIUM = path.join(BOOTSTRAP_ITALIA, 'fonts/Titillium_Web');
const FONTS = { 'titillium-400.woff2': 'regular', 'titillium-600.woff2': '600', 'titillium-700.woff2': '700' };
const COMPRESSED = new Set(['.css', '.js', '.svg', '.json', '.webmanifest', '.wasm', '.bin']);
const MODELS = path.join(ROOT, 'data/photo-models');
const WASM = path.join(ROOT, 'node_modules/@tensorflow/tfjs-backend-wasm/dist');

/**
 * Writes everything a browser loads into `outDir`: files named by their content's hash, brotli and gzip copies beside
 * them, and `manifest.json` (plain name → hashed name).
 */
export async function buildAssets({ outDir }) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const manifest = {};
  const add = async (name, content) => {
    manifest[name] = await writeHashed(outDir, name, content);
  };
  for (const [name, weight] of Object.entries(FONTS)) {
    await add(name, await readFile(path.join(TITILLIUM, `titillium-web-v10-latin-ext_latin-${weight}.woff2`)));
  }
  for (const name of await readdir(path.join(HERE, 'images'))) {
    await add(name, await readFile(path.join(HERE, 'images', name)));
  }
  await add('sprite.svg', await sprite());
  const framework = await readFile(path.join(BOOTSTRAP_ITALIA, 'css/bootstrap-italia.min.css'), 'utf8');
  const pruned = pruneCss(framework, wordsOf(await sources()));
  await add('turno.css', named(`${pruned}\n${await ownStyles('turno.css')}`, manifest));
  await add('office.css', named(await ownStyles('office.css'), manifest));
  await add('photo-live.css', await ownStyles('photo-live.css'));
  for (const name of ['turno', 'proof', 'proof-worker', 'photo-live', 'photo-live-camera']) {
    await add(`${name}.js`, await script(name));
  }
  await addCameraWorker(add, manifest);
  await writeFile(path.join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** What looks at a camera's picture: a worker of its own, with what runs the models and the models. No page loads it by itself. */
async function addCameraWorker(add, manifest) {
  const files = {};
  for (const [folder, end] of [
    [WASM, '.wasm'],
    [MODELS, '.bin'],
    [MODELS, '.json'],
  ]) {
    for (const name of await readdir(folder)) {
      // Threads need pages that are isolated from all others, which these are not.
      if (path.extname(name) !== end || name.includes('threaded')) continue;
      await add(name, await readFile(path.join(folder, name)));
      files[name] = `/assets/${manifest[name]}`;
    }
  }
  const { outputFiles } = await build({
    entryPoints: [path.join(HERE, 'workers/photo-live-worker.ts')],
    bundle: true,
    write: false,
    minify: true,
    // Browsers of 2021 know no workers that are modules.
    format: 'iife',
    target: 'es2020',
    define: { FILES: JSON.stringify(files) },
    logLevel: 'error',
  });
  await add('photo-live-worker.js', outputFiles[0].text);
}

async function sprite() {
  const names = JSON.parse(await readFile(path.join(HERE, 'icons.json'), 'utf8'));
  const all = await readFile(path.join(BOOTSTRAP_ITALIA, 'svg/sprites.svg'), 'utf8');
  const symbols = Object.entries(names).map(([name, id]) => {
    const symbol = new RegExp(`<symbol[^>]*id="${id}"[^>]*>[^]*?</symbol>`).exec(all)?.[0];
    if (!symbol) throw new Error(`Bootstrap Italia has no icon ${id}`);
    return symbol.replace(`id="${id}"`, `id="${name}"`).replace(/>\s+</g, '><');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

async function ownStyles(entry) {
  const { outputFiles } = await build({
    entryPoints: [path.join(HERE, entry)],
    bundle: true,
    write: false,
    minify: true,
    external: ['/assets/*'],
  });
  return outputFiles[0].text;
}

/** Files are asked for by their built names. */
function named(css, manifest) {
  return css.replace(/\/assets\/([\w.-]+)/g, (_, name) => `/assets/${manifest[name] ?? missing(name)}`);
}

async function script(name) {
  const { outputFiles } = await build({
    entryPoints: [path.join(HERE, `scripts/${name}.ts`)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2020',
  });
  return outputFiles[0].text;
}

async function sources() {
  const texts = [];
  for (const folder of ['src', 'assets/scripts']) {
    for (const name of await readdir(path.join(ROOT, folder), { recursive: true })) {
      if (/\.tsx?$/.test(name)) texts.push(await readFile(path.join(ROOT, folder, name), 'utf8'));
    }
  }
  return texts;
}

async function writeHashed(outDir, name, content) {
  const bytes = Buffer.from(content);
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}${ext}`;
  await writeFile(path.join(outDir, hashed), bytes);
  if (COMPRESSED.has(ext)) {
    // What models have learnt is nearly noise: the last per cent of it would take longer than all the rest.
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: ext === '.bin' ? 5 : 11 } };
    await writeFile(path.join(outDir, `${hashed}.br`), await promisify(brotliCompress)(bytes, brotli));
    await writeFile(path.join(outDir, `${hashed}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  }
  return hashed;
}

function missing(name) {
  throw new Error(`a stylesheet asks for /assets/${name}, which is not built`);
}
