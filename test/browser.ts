import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium, firefox } from 'playwright-core';
import { projectPath } from '#platform/root.ts';

const flags = ['--headless=shell', '--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'];

/**
 * The browser of the journeys: CHROMIUM or the machine's own where there is one, else the one that came with npm; the
 * Firefox of FIREFOX where that is set, as `npm run e2e:browsers` does. Close it in `afterAll`. `more` flags are Chromium's.
 */
export async function launchBrowser({ more = [] }: { more?: readonly string[] } = {}): Promise<Browser> {
  if (process.env.FIREFOX !== undefined) {
    return firefox.launch({
      channel: 'moz-firefox',
      executablePath: projectPath('test', 'firefox-with-bidi.mjs'),
      // Nobody is there to answer: whoever has not given the position before refuses it.
      firefoxUserPrefs: { 'permissions.default.geo': 2 },
    });
  }
  const given = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (existsSync(given)) return chromium.launch({ executablePath: given, args: [...flags, ...more] });
  const { folder, version } = await unpackedChromium();
  const libraries = { LD_LIBRARY_PATH: join(folder, 'lib') };
  const env = (await hasLibraries(join(folder, 'chromium'))) ? {} : { env: { ...process.env, ...libraries } };
  const browser = await chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...flags, ...more],
    ...env,
  });
  const [major] = version.split('.');
  if (browser.version().split('.')[0] !== major) {
    await browser.close();
    throw new Error(`the browser in ${folder} is ${browser.version()}, not ${version}: delete the folder`);
  }
  return browser;
}

/** The browser is packed in its package. It is unpacked once, beside it, in a folder named by its version. */
async function unpackedChromium(): Promise<{ folder: string; version: string }> {
  const require = createRequire(import.meta.url);
  const home = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = require(join(home, 'package.json')) as { version: string };
  const folder = projectPath('node_modules', '.cache', `turno-chromium-${version}`);
  if (existsSync(folder)) return { folder, version };
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await unpack(join(home, 'bin', 'chromium.br'), join(unfinished, 'chromium'));
  await chmod(join(unfinished, 'chromium'), 0o755);
  const archive = join(unfinished, 'libraries.tar');
  await unpack(join(home, 'bin', 'al2023.tar.br'), archive);
  await promisify(execFile)('tar', ['-xf', archive, '-C', unfinished]);
  await rm(archive);
  // Another run may have finished first; its result is the same.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return { folder, version };
}

async function unpack(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

/** Slim images lack libnss3 and its like; then those of the package are used. */
async function hasLibraries(program: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ldd', [program]).catch(() => ({ stdout: 'not found' }));
  return !stdout.includes('not found');
}
