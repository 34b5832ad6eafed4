import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../processes.ts';
import { median, type Result, spreadOf } from '../result.ts';
import type { Stage } from '../stage.ts';

const looks = 5;
/** Milliseconds after which what the start needed has been given back. */
const settling = 45_000;

/** What a freshly started Turno keeps in memory while nobody asks for anything. Measured before any load. */
export async function memory(stage: Stage): Promise<Result[]> {
  const web: number[] = [];
  const all: number[] = [];
  // The demo's own photos are looked at after the start, in a process that ends when it has been idle for a minute.
  for (let waited = 0; waited < 300 && stage.roles().photo.length > 0; waited += 1) await pause(1_000);
  await pause(settling);
  for (let look = 0; look < looks; look += 1) {
    await pause(1_000);
    const roles = stage.roles();
    web.push(memoryOf(roles.web));
    all.push(memoryOf(roles.all));
  }
  const result = (name: string, values: number[], limit: number): Result => ({
    name,
    figure: median(values),
    unit: 'MB',
    reference: null,
    referenceFigure: null,
    ratio: null,
    spread: spreadOf(values),
    bar: `< ${limit} MB`,
    pass: median(values) < limit,
    reach: limit / median(values),
    notes: 'proportional set size; demo set, 20,000 accounts, nobody asking for three quarters of a minute',
  });
  return [
    result('memory of the web process, idle', web, 120),
    result('memory of the whole system (launcher, PostgreSQL, web, worker), idle', all, 300),
  ];
}
