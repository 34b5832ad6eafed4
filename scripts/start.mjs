// npm start: installs what is missing, builds what has changed, starts Turno. Runs on Node 20 without dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { endWithNpm } from './end-with-npm.mjs';
import { checkout, giveUp, installDependencies, pinnedNode } from './install.mjs';

installDependencies();
const node = pinnedNode();
const built = spawnSync(node, [join(checkout, 'scripts', 'build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) giveUp('Turno could not be built: the reason is above.');

const turno = spawn(node, ['--enable-source-maps', join(checkout, 'dist', 'main.js'), 'start'], {
  // Turno ends when its end of this channel closes, so it never outlives us.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => turno.kill(signal));
endWithNpm(() => turno.kill('SIGTERM'));
turno.on('error', () =>
  giveUp('The runtime in node_modules could not be started. Delete node_modules and start again.'),
);
turno.on('exit', (code, signal) => {
  if (signal) console.error(`Turno was ended by ${signal}. Start it again with npm start: everything saved is kept.`);
  process.exit(code ?? 1);
});
