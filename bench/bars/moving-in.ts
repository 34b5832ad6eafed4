import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '#platform/root.ts';
import { type Move, writeMove } from '../moving-in-files.ts';
import type { Result } from '../result.ts';
import type { Stage } from '../stage.ts';

const move = { offices: 8_000, appointments: 200_000, published: 1_000 };
/** seconds */
const limits = { trial: 600, import: 900, again: 600, export: 120 };

/** A whole move: a trial, the import, the same import once more, and the export, each as its own process. */
export async function movingIn(stage: Stage): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'turno-move-'));
  try {
    const today = Temporal.Now.plainDateISO('Europe/Rome');
    await writeMove(folder, { ...move, today } satisfies Move);
    const out = join(folder, 'export');
    return [
      await timed('trial', stage, ['import', folder]),
      await timed('import', stage, ['import', '--apply', folder]),
      await timed('again', stage, ['import', '--apply', folder]),
      await timed('export', stage, ['export', out]),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timed(name: keyof typeof limits, stage: Stage, args: string[]): Promise<Result> {
  const began = performance.now();
  const command = [projectPath('dist', 'main.js'), ...args];
  const env = { ...process.env, DATABASE_URL: stage.databaseUrl, TURNO_DATA: stage.dataFolder, TURNO_DEMO: 'on' };
  const { stdout } = await promisify(execFile)(process.execPath, command, { env, maxBuffer: 64 * 1024 * 1024 });
  const figure = (performance.now() - began) / 1000;
  return {
    name: `moving in: ${name}`,
    figure,
    unit: 's',
    reference: null,
    referenceFigure: null,
    ratio: null,
    spread: [figure, figure],
    bar: `≤ ${limits[name]} s`,
    pass: figure <= limits[name],
    reach: limits[name] / figure,
    notes: stdout.trim().split('\n').slice(-3).join(' · '),
  };
}
