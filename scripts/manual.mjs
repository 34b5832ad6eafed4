// npm run manual: takes the pictures of the manuals anew, on a fresh demo.
// Runs on Node 20 without dependencies.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { checkout, installDependencies, pinnedNode } from './install.mjs';

installDependencies();
const node = pinnedNode();
const tools = join(checkout, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: [dirname(node), tools, process.env.PATH].join(delimiter),
  NODE_ENV: 'test',
};
const running = spawn('vitest', ['run', '--project', 'manual'], { cwd: checkout, env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.kill(signal));
running.on('error', (error) => {
  console.error(`vitest: ${error.message}`);
  process.exitCode = 1;
});
running.on('exit', (code) => {
  if (code === 0) console.log('The pictures are in docs/manual/pictures.');
  process.exitCode = code ?? 1;
});
