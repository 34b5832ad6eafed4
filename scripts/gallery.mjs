// npm run gallery [-- folder]: pictures of every page, on a fresh demo, for the manuals. The folder is gallery/ unless said.
// Runs on Node 20 without dependencies.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { checkout, installDependencies, pinnedNode } from './install.mjs';

installDependencies();
const node = pinnedNode();
const folder = resolve(process.argv[2] ?? join(checkout, 'gallery'));
const tools = join(checkout, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: [dirname(node), tools, process.env.PATH].join(delimiter),
  NODE_ENV: 'test',
  GALLERY: folder,
};
const running = spawn('vitest', ['run', '--project', 'gallery'], { cwd: checkout, env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.kill(signal));
running.on('error', (error) => {
  console.error(`vitest: ${error.message}`);
  process.exitCode = 1;
});
running.on('exit', (code) => {
  if (code === 0) console.log(`The pictures are in ${folder}: open index.html.`);
  process.exitCode = code ?? 1;
});
