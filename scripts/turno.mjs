// One of Turno's commands, beside a Turno that runs: npm run turno -- demo sessions 100. Runs on Node 20 without dependencies.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout, giveUp, installDependencies, pinnedNode } from './install.mjs';

installDependencies();
const node = pinnedNode();
if (
  spawnSync(node, [join(checkout, 'scripts', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0
) {
  giveUp('Turno could not be built: the reason is above.');
}
const program = ['--enable-source-maps', join(checkout, 'dist', 'main.js')];
const { status } = spawnSync(node, [...program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
