// npm run e2e:browsers: the journeys in Firefox ESR and in WebKit, where this machine has them. `npm test` runs them in Chromium.
// Runs on Node 20 without dependencies.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { checkout, installDependencies, pinnedNode } from './install.mjs';

const firefoxJourneys = [
  'first-look',
  'every-browser',
  'enlarged',
  'book-at-the-consulate',
  'book-at-the-town-hall',
  'move-a-booking',
  'nothing-is-lost',
  'find-an-office',
  'every-page-is-accessible',
  'every-office-page-is-accessible',
  'the-office-day',
].map((name) => `e2e/${name}.e2e.ts`);

installDependencies();
const node = pinnedNode();
const firefox = program('FIREFOX', ['/usr/bin/firefox-esr', '/usr/bin/firefox']);
const webkit = program('WEBKIT_DRIVER', ['/usr/bin/WebKitWebDriver']);
const screen = process.env.DISPLAY ?? program('XVFB', ['/usr/bin/Xvfb']);

const runs = [
  {
    name: 'Firefox',
    missing: firefox ? undefined : 'Firefox was not found. On Debian: apt-get install firefox-esr; or set FIREFOX.',
    args: ['--project', 'journeys', ...firefoxJourneys],
    env: { FIREFOX: firefox },
  },
  {
    name: 'WebKit',
    missing: !webkit
      ? 'WebKit was not found. On Debian: apt-get install webkit2gtk-driver xvfb; or set WEBKIT_DRIVER.'
      : screen
        ? undefined
        : 'WebKit needs a screen. On Debian: apt-get install xvfb; or set DISPLAY.',
    args: ['--project', 'webkit'],
    env: { WEBKIT_DRIVER: webkit },
  },
];

const only = process.argv.slice(2).map((name) => name.toLowerCase());
const outcomes = [];
for (const run of runs.filter(({ name }) => only.length === 0 || only.includes(name.toLowerCase()))) {
  console.log(`\n── ${run.name}`);
  if (run.missing) console.log(run.missing);
  outcomes.push({ name: run.name, outcome: run.missing ? 'skipped' : (await passes(run)) ? 'passed' : 'failed' });
}

console.log('');
for (const { name, outcome } of outcomes) console.log(`${name}: ${outcome}`);
if (outcomes.every(({ outcome }) => outcome === 'skipped')) console.log('Nothing was tested.');
process.exitCode = outcomes.some(({ outcome }) => outcome === 'failed') ? 1 : 0;

function program(setting, places) {
  return process.env[setting] ?? places.find((place) => existsSync(place));
}

function passes({ args, env }) {
  const tools = join(checkout, 'node_modules', '.bin');
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(node, [vitest, 'run', '--no-file-parallelism', ...args], {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, ...env, NODE_ENV: 'test', PATH: `${tools}${delimiter}${process.env.PATH}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (status) => resolve(status === 0)));
}
