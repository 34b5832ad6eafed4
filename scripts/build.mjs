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

/**
 * Commands that run for long, or at each start, are built by themselves and carry only what they use. Built together, parts
 * that two of them share would be whole, with every page in the worker: 3.7 MB of program there instead of 0.7.
 */
const apart = {
  start: 'src/launch/start.ts',
  prepare: 'src/prepare.ts',
  serve: 'src/commands/serve-command.ts',
  work: 'src/work.ts',
  photo: 'src/commands/photo-command.ts',
};

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
  const named = Object.entries(apart).map(([name, file]) => build(bundle({ [name]: file })));
  const built = await Promise.all([...named, build(bundle({ main: 'src/main.ts' }, [leftApart()]))]);
  const parts = join(dist, 'parts');
  await mkdir(parts, { recursive: true });
  for (const { path, text } of built.flatMap(({ outputFiles }) => outputFiles))
    await writeFile(path, path.endsWith('.js') ? plainLetters(text) : text);
  const made = new Set(built.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
  // A Turno that is running may still load a part of the build before this one.
  for (const name of await readdir(parts)) {
    const path = join(parts, name);
    if (made.has(`dist/parts/${name}`) || Date.now() - (await stat(path)).mtimeMs < day) continue;
    await rm(path);
  }
}

function bundle(entryPoints, plugins = []) {
  return {
    absWorkingDir: checkout,
    entryPoints,
    outdir: dist,
    bundle: true,
    // What a command needs only at times is loaded only then.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node26',
    packages: 'external',
    plugins: [takenIn('kysely'), ...plugins],
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
    // Files that only declare tables to the compiler are imported for nothing else.
    logOverride: { 'ignored-bare-import': 'silent' },
  };
}

/** The program loads these commands as they are; it is built beside them. */
function leftApart() {
  const names = new Map(Object.entries(apart).map(([name, file]) => [join(checkout, file), name]));
  return {
    name: 'left-apart',
    setup: (plugins) =>
      plugins.onResolve({ filter: /^[.#]/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === 'asked') return undefined;
        const found = await plugins.resolve(path, { kind, resolveDir, importer, pluginData: 'asked' });
        const name = names.get(found.path);
        return name === undefined ? undefined : { path: `./${name}.js`, external: true };
      }),
  };
}

/** A package that goes into the bundle: from its own hundreds of files a process holds 12 MB more than from what is used. */
function takenIn(name) {
  const filter = new RegExp(`^${name}$`);
  return {
    name: `take-in-${name}`,
    setup: (plugins) =>
      plugins.onResolve({ filter }, () => ({ path: fileURLToPath(import.meta.resolve(name)), sideEffects: false })),
  };
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
