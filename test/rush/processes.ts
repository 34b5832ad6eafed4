import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elsewhereOf } from '#launch/postgres/place.ts';
import { readPostmasterFile } from '#launch/postgres/postmaster-file.ts';
import type { RunningTurno } from '#test/running-turno.ts';

export type Part = 'web' | 'web-worker' | 'worker' | 'postgres';

/** The processes of one part of a running Turno; `web` is the one that holds the port, `web-worker` those that answer. Linux only. */
export async function pidsOf({ launcher, dataFolder }: RunningTurno, part: Part): Promise<number[]> {
  if (part === 'postgres') {
    const file = await readPostmasterFile(join((await elsewhereOf(dataFolder)) ?? dataFolder, 'postgres'));
    return file === undefined ? [] : [file.pid];
  }
  const children = childrenOf(launcher.pid ?? 0);
  if (part === 'worker') return children.filter((pid) => commandOf(pid).includes('\0work\0'));
  const web = children.filter((pid) => commandOf(pid).includes('\0serve\0'));
  if (part === 'web') return web;
  const several = web.flatMap(childrenOf);
  return several.length > 0 ? several : web;
}

function childrenOf(pid: number): number[] {
  return readOr(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

function commandOf(pid: number): string {
  return readOr(`/proc/${pid}/cmdline`);
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
