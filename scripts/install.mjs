// Runs on Node 20 without dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/** A sentence for the person at the terminal, instead of a stack trace. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Installs what package-lock.json says, unless exactly that was installed to the end before. */
export function installDependencies() {
  const lockFile = join(checkout, 'package-lock.json');
  const stamp = join(checkout, 'node_modules', '.turno-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (installed === wanted) return;
  // A linked folder belongs to another checkout: npm would empty it under that one's feet.
  if (lstatSync(join(checkout, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;

  console.log('Installing what Turno needs (about 800 MB; half a minute, longer the first time) …');
  rmSync(stamp, { force: true });
  const [command, ...before] = npmCommand();
  const args = [...before, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // Under `npm start` npm has put its own settings into the environment; --omit=dev would leave the tools out.
  const env = { ...process.env, NODE_ENV: 'development' };
  const result = spawnSync(command, args, { cwd: checkout, env, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim();
    if (output) console.error(output);
    giveUp(installFailure(result, output));
  }
  writeFileSync(stamp, wanted);
}

function installFailure(result, output) {
  if (result.error?.code === 'ENOENT')
    return 'npm was not found. Install Node.js 20 or newer together with npm, then start again.';
  if (/ENOSPC|no space left/i.test(output))
    return 'The disk is full: what Turno needs could not be installed. Free some space and start again.';
  if (/EACCES|EPERM|EROFS/.test(output))
    return `This user may not write to ${checkout}. Start Turno as the owner of that folder.`;
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH/.test(output)) {
    return 'The package registry could not be reached. Check the network and start again.';
  }
  return 'What Turno needs could not be installed: npm says why above. Start again to continue.';
}

/** The npm that runs us, else the one in the path. */
function npmCommand() {
  const running = process.env.npm_execpath;
  return running?.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm'];
}

/** The runtime pinned in package-lock.json; the current one when it is as new. */
export function pinnedNode() {
  const pinned = join(checkout, 'node_modules', '.bin', 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version'], { stdio: 'ignore' }).status === 0) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  return giveUp(
    `There is no built-in runtime for this machine (${process.platform}-${process.arch}). ` +
      'Install Node.js 26 or newer and start again with it.',
  );
}
