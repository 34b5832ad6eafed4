import { writeFile } from 'node:fs/promises';
import { earliest } from './bars/earliest.ts';
import { bookings } from './bars/bookings.ts';
import { engineRush } from './bars/engine-rush.ts';
import { fairness } from './bars/fairness.ts';
import { firstDates } from './bars/first-dates.ts';
import { growth } from './bars/growth.ts';
import { holds } from './bars/holds.ts';
import { movingIn } from './bars/moving-in.ts';
import { memory } from './bars/memory.ts';
import { officeLists } from './bars/office-lists.ts';
import { pages } from './bars/pages.ts';
import { peers } from './bars/peers.ts';
import { photo } from './bars/photo.ts';
import { polls } from './bars/polls.ts';
import { publishing } from './bars/publishing.ts';
import { crowdCitizens, largeRoomRush, roomRush } from './bars/room-rush.ts';
import { terminalBars } from './report/chart.ts';
import { writeDocument } from './report/document.ts';
import { line, type Result } from './result.ts';
import { citizens, openStage, type Stage } from './stage.ts';

type Measure = (stage: Stage) => Promise<Result[]>;

/** In this order: memory at rest is looked at before anything has been asked. */
const usual: Readonly<Record<string, Measure>> = {
  memory,
  holds,
  bookings,
  'engine-rush': engineRush,
  earliest,
  peers,
  pages,
  polls,
  fairness,
  'room-rush': roomRush,
  'room-rush-large': largeRoomRush,
  // Ten times the slots.
  growth,
  // Last: bookings without seats, which are only for lists.
  'office-lists': officeLists,
};

/** Minutes of building before they measure, and gigabytes of disk: only by name, or with `all`. */
const long: Readonly<Record<string, Measure>> = {
  publishing,
  // Two thousand portraits are looked at; they are not ours to ship (docs/photo.md).
  photo,
  // Twenty million slots, made in some minutes, and six gigabytes of disk.
  'first-dates': firstDates,
  // After them: twice as many offices as before.
  'moving-in': movingIn,
};

const bars = { ...usual, ...long };

const usage = `Usage: npm run bench -- [NAME…] [--json FILE] [--write]

--write puts the figures into docs/performance.md and draws them into docs/images/; those of the photo into docs/photo.md.
Names: ${Object.keys(usual).join(', ')}; all of these without a name.
By name only, or with \`all\`: ${Object.keys(long).join(', ')}.
Needs Linux; holds needs pgbench (Debian: postgresql-contrib); photo needs TURNO_PHOTO_SET, a folder of portraits (docs/photo.md).
`;

async function main(args: string[]): Promise<number> {
  const jsonAt = args.indexOf('--json');
  const file = jsonAt < 0 ? undefined : args[jsonAt + 1];
  const isWritten = args.includes('--write');
  const names = args.filter((arg, at) => arg !== '--write' && (jsonAt < 0 || (at !== jsonAt && at !== jsonAt + 1)));
  if ((jsonAt >= 0 && file === undefined) || names.some((name) => name !== 'all' && !Object.hasOwn(bars, name))) {
    console.error(usage);
    return 2;
  }
  const results: Result[] = [];
  const chosen = names.length === 0 ? Object.keys(usual) : names.includes('all') ? Object.keys(bars) : names;
  const stage = await openStage(chosen.some((name) => name.startsWith('room-rush')) ? crowdCitizens : citizens);
  try {
    for (const [name, measure] of Object.entries(bars)) {
      if (!chosen.includes(name)) continue;
      console.log(`\n── ${name}`);
      for (const result of await measured(name, measure, stage)) {
        results.push(result);
        console.log(line(result));
      }
      if (file !== undefined) await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
    }
  } finally {
    await stage.close();
  }
  console.log(`\n${terminalBars(results)}`);
  if (isWritten) await writeDocument(results, Temporal.Now.zonedDateTimeISO());
  const missed = results.filter(({ pass }) => !pass);
  console.log(
    missed.length === 0 ? '\nEvery bar was reached.' : `\nMissed: ${missed.map(({ name }) => name).join('; ')}`,
  );
  return missed.length === 0 ? 0 : 1;
}

/** A bar that cannot be measured is missed; the others are measured all the same. */
async function measured(name: string, measure: Measure, stage: Stage): Promise<Result[]> {
  try {
    return await measure(stage);
  } catch (error) {
    console.error(error);
    const why = error instanceof Error ? error.message : String(error);
    const nothing = { reference: null, referenceFigure: null, ratio: null, spread: [0, 0] as const };
    return [{ ...nothing, name, figure: 0, unit: '', bar: 'is measured', pass: false, notes: `not measured: ${why}` }];
  }
}

process.exitCode = await main(process.argv.slice(2));
