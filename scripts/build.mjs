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
  const { metafile } = await build({
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
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  // A Turno that is running may still load a part of the build before this one.
  const parts = join(dist, 'parts');
  for (const name of await readdir(parts).catch(() => [])) {
    const path = join(parts, name);
    if (`dist/parts/${name}` in metafile.outputs || Date.now() - (await stat(path)).mtimeMs < day) continue;
    await rm(path);
  }
}

async function buildAssets() {
  const script = join(checkout, 'assets', 'build.mjs');
  if (!existsSync(script)) return;
  const { buildAssets: build } = await import(pathToFileURL(script));
  const [made, used, old] = ['assets.new', 'assets', 'assets.old'].map((name) => join(dist, name));
  await build({ outDir: made });
  await rm(old, { recursive: true, force: true });
  if (existsSync(used)) await rename(used, old);
  await rename(made, used);
  await rm(old, { recursive: true, force: true });
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
