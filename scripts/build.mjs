// Builds dist/ when a source has changed: the program, and what browsers load. `--force` builds in any case.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(checkout, 'dist');
const stamp = join(dist, '.built-from');
const day = 86_400_000;
const week = 7 * day;

const sources = await fingerprint(['src', 'assets', 'package-lock.json', 'package.json', 'scripts/build.mjs']);
const built = existsSync(stamp) ? await readFile(stamp, 'utf8') : '';
if (built !== sources || process.argv.includes('--force')) {
  await mkdir(dist, { recursive: true });
  await rm(stamp, { force: true });
  try {
    await buildAssets();
    await buildProgram();
    await writeFile(stamp, sources);
  } catch (error) {
    // esbuild has already shown its errors, with their lines.
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  }
}

async function buildProgram() {
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    absWorkingDir: checkout,
    entryPoints: ['src/main.ts'],
    outdir: dist,
    bundle: true,
    // Each command loads only its own part: the launcher stays small.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node26',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Each process keeps the text of what it loads: names stay, blanks and comments go.
    minifyWhitespace: true,
    minifySyntax: true,
    // Places in a map stay true, though some letters are written longer below.
    lineLimit: 300,
    write: false,
    sourcemap: true,
    // The sources are not in the maps: each process would keep them in memory for the sake of a stack trace.
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  await mkdir(join(dist, 'parts'), { recursive: true });
  for (const { path, text } of outputFiles) await writeFile(path, path.endsWith('.js') ? plainLetters(text) : text);
  // A Turno that is running may still load a part of the build before this one.
  const parts = join(dist, 'parts');
  for (const name of await readdir(parts).catch(() => [])) {
    const path = join(parts, name);
    if (`dist/parts/${name}` in metafile.outputs || Date.now() - (await stat(path)).mtimeMs < day) continue;
    await rm(path);
  }
}

/** One letter beyond Latin, as in a regular expression, makes the runtime keep a whole file at two bytes a letter. */
function plainLetters(text) {
  return text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function buildAssets() {
  const script = join(checkout, 'assets', 'build.mjs');
  if (!existsSync(script)) return;
  const { buildAssets: build } = await import(pathToFileURL(script));
  // A folder of its own: two builds may run at the same time.
  const made = join(dist, `assets.${process.pid}`);
  await rm(made, { recursive: true, force: true });
  await build({ outDir: made });
  await addAssets(made, join(dist, 'assets'));
  await rm(made, { recursive: true, force: true });
}

/** Moves the new files beside the old: a running Turno, or a page opened before an upgrade, still asks for those. */
async function addAssets(made, used) {
  await mkdir(used, { recursive: true });
  const names = (await readdir(made)).sort((a, b) => Number(a === 'manifest.json') - Number(b === 'manifest.json'));
  for (const name of names) await rename(join(made, name), join(used, name));
  for (const name of await readdir(used)) {
    const path = join(used, name);
    if (!names.includes(name) && Date.now() - (await stat(path)).mtimeMs > week) await rm(path);
  }
}

async function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.map((name) => join(checkout, name))) {
    if (!existsSync(path)) continue;
    const folder = (await stat(path)).isDirectory();
    const names = folder ? (await readdir(path, { recursive: true })).sort() : [''];
    for (const name of names) {
      const file = join(path, name);
      if ((await stat(file)).isFile()) hash.update(`${file}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}
