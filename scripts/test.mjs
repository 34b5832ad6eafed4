// npm test: installs what is missing, then runs every check and every test. `npm test -- <path>` runs the tests of one slice.
// Runs on Node 20 without dependencies.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { checkout, installDependencies, pinnedNode } from './install.mjs';

installDependencies();
const node = pinnedNode();
const tools = join(checkout, 'node_modules', '.bin');
const reports = mkdtempSync(join(tmpdir(), 'turno-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** Each of these is one thing that passes or fails. */
const checks = [
  ['build', [node, join(checkout, 'scripts', 'build.mjs')]],
  ['types', ['tsc']],
  ['lint', ['eslint', '.', '--max-warnings=0']],
  ['format', ['biome', 'format', '.']],
  ['architecture', [node, join(checkout, 'scripts', 'architecture.mjs')]],
];

const filters = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const failures = [];
/** What has been started and has not ended. */
const running = new Set();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

if (filters.length > 0) {
  // A folder means its tests and journeys; the pictures of the gallery are made only when their project is named.
  const named = filters.some((filter) => filter.startsWith('--project'));
  const projects = named ? [] : ['--project', 'turno', '--project', 'journeys'];
  await runTests('tests', ['--passWithNoTests', ...projects, ...filters]);
} else {
  const [build, ...others] = checks;
  await runCheck(build);
  // Side by side: each keeps one core busy.
  await Promise.all(others.map(runCheck));
  // Tests wait for the database half of the time.
  await runTests('tests', ['--project', 'turno', '--maxWorkers=2']);
  // Two at a time, each with a Turno of its own.
  await runTests('journeys', ['--project', 'journeys'], { TURNO_SIDE_BY_SIDE: '2' });
}
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** What it says is printed at its end, so that checks side by side do not mix their words. */
async function runCheck([name, command]) {
  const said = [];
  const status = await run(command, {}, said);
  console.log(`\n── ${name}`);
  process.stdout.write(Buffer.concat(said));
  count(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

async function runTests(name, args, settings = {}) {
  console.log(`\n── ${name}`);
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await run(['vitest', 'run', ...reporters, ...args], settings);
  const { passed, failed } = readReport(report);
  // A run that breaks outside of any test, or that finds no test, has not passed.
  count(name, { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed });
}

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function count(name, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(failed === 1 ? name : `${name} (${failed})`);
}

/** Under the pinned runtime, from the checkout's folder whatever the caller's is. `said` takes the output, if given. */
function run([command, ...args], settings = {}, said = undefined) {
  const path = [dirname(node), tools, process.env.PATH].join(delimiter);
  const env = { ...process.env, ...settings, PATH: path, NODE_ENV: 'test' };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: checkout, env, stdio: said ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => {
      running.delete(child);
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}
