// Runs on Node 20 without dependencies.
import { readFileSync } from 'node:fs';

/**
 * `npm start` is npm, perhaps a shell, and then us. Killed by -9, npm cannot tell us; so we look whether it is there.
 * Without npm nothing is watched: a start from a terminal may outlive the terminal.
 */
export function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined || process.platform !== 'linux') return;
  const watched = [process.ppid];
  const parent = statusOf(process.ppid);
  if (/^(da|ba|z)?sh$/.test(parent.name)) watched.push(parent.parent);
  const timer = setInterval(() => {
    if (process.ppid === watched[0] && watched.every((pid) => !'ZX'.includes(statusOf(pid).state))) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

function statusOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const [state, parent] = text.slice(end + 2).split(' ');
    return { name: text.slice(text.indexOf('(') + 1, end), state, parent: Number(parent) };
  } catch {
    return { name: '', state: 'X', parent: 0 };
  }
}
