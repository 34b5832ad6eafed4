import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem, type } from 'node:os';
import { projectPath } from '#platform/root.ts';
import { type Result, shown } from '../result.ts';
import { chart, fairnessChart } from './chart.ts';

const from = '<!-- figures: written by npm run bench -- --write -->';
const to = '<!-- end of figures -->';

/** Puts the figures into `docs/performance.md`, between its two marks, and draws them into `docs/images/`; those of the photo into `docs/photo.md`. */
export async function writeDocument(results: readonly Result[], now: Temporal.ZonedDateTime): Promise<void> {
  const about = aboutThisRun(now);
  const ofPhoto = results.filter(({ name }) => name.startsWith('photo'));
  await writePhotoDocument(ofPhoto, about);
  const others = results.filter((result) => !ofPhoto.includes(result));
  if (others.length === 0) return;
  const unfair = others.filter(({ name }) => name.startsWith('fairness'));
  await writeFile(projectPath('docs', 'images', 'bench.svg'), chart(others, about));
  if (unfair.length > 0) await writeFile(projectPath('docs', 'images', 'fairness.svg'), fairnessChart(unfair));
  const picture = '![How far each bar was reached](images/bench.svg)';
  const figures = [picture, `Measured on ${about}.`, table(others), notes(others)].join('\n\n');
  await replaceBetweenMarks(projectPath('docs', 'performance.md'), figures);
}

/** Puts what was counted of the photo into `docs/photo.md`, between the same marks. */
async function writePhotoDocument(results: readonly Result[], about: string): Promise<void> {
  const tables = results.flatMap(({ tables: counted }) => counted ?? []);
  if (tables.length === 0) return;
  const figures = [`Measured on ${about}.`, table(results), notes(results), ...tables].join('\n\n');
  await replaceBetweenMarks(projectPath('docs', 'photo.md'), figures);
}

async function replaceBetweenMarks(file: string, figures: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [before, rest] = [text.indexOf(from), text.indexOf(to)];
  if (before < 0 || rest < before) throw new Error(`${file} has no marks to write between`);
  await writeFile(file, `${text.slice(0, before)}${from}\n\n${figures}\n\n${text.slice(rest)}`);
}

export function aboutThisRun(now: Temporal.ZonedDateTime): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${availableParallelism()} cores, ${memory} GiB, ${type()}, Node ${process.versions.node}`;
  return `${now.toPlainDate().toLocaleString('en-GB', { dateStyle: 'long' })}, ${machine}`;
}

/** A row for each bar, its reference in the same run beside it. */
export function table(results: readonly Result[]): string {
  const head =
    '| what | figure [smallest–largest] | reference in the same run | ratio | must be reached | |\n|---|---|---|---|---|---|';
  const rows = results.map(({ name, figure, unit, spread, reference, referenceFigure, ratio, bar, pass }) => {
    const verdict = bar === null ? 'reported' : pass ? 'reached' : '**missed**';
    const beside = reference === null || referenceFigure === null ? '–' : `${reference}: ${shown(referenceFigure)}`;
    const own = `${shown(figure)} ${unit} [${shown(spread[0])}–${shown(spread[1])}]`;
    return `| ${name} | ${own} | ${beside} | ${ratio === null ? '–' : shown(ratio)} | ${bar ?? '–'} | ${verdict} |`;
  });
  return [head, ...rows].join('\n');
}

function notes(results: readonly Result[]): string {
  return results.map(({ name, notes: told }) => `- **${name}**: ${told}`).join('\n');
}
