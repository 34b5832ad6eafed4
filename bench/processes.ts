import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, which Linux fixes for programs. */
const ticks = 100;

/** A process and all that it started, as they are now. Linux only. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statOf(Number(name))?.[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(parents.get(member) ?? []));
  return family;
}

/** The processes of a running Turno by what they do. */
export function rolesOf(launcher: number): Readonly<Record<'web' | 'worker' | 'photo' | 'postgres' | 'all', number[]>> {
  const all = familyOf(launcher);
  const doing = (word: RegExp) => all.filter((pid) => word.test(commandOf(pid)));
  return {
    web: doing(/main\.js serve/),
    worker: doing(/main\.js work/),
    photo: doing(/main\.js photo/),
    postgres: doing(/postgres/),
    all,
  };
}

/** CPU seconds that these processes have used so far, with their children that have ended. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = statOf(pid);
    return sum + [11, 12, 13, 14].reduce((own, at) => own + Number(stat?.[at] ?? 0), 0) / ticks;
  }, 0);
}

/** Memory in MB: what is theirs alone, and their share of what they have in common. */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const rollup = readOr(`/proc/${pid}/smaps_rollup`);
    return sum + Number(/^Pss: +(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
  }, 0);
}

// The second field is the name in brackets, which may hold blanks: what follows is counted from behind it.
function statOf(pid: number): string[] | undefined {
  const text = readOr(`/proc/${pid}/stat`);
  return text === '' ? undefined : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function commandOf(pid: number): string {
  return readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
