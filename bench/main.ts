import { writeFile } from 'node:fs/promises';
import { earliest } from './bars/earliest.ts';
import { engineRush } from './bars/engine-rush.ts';
import { firstDates } from './bars/first-dates.ts';
import { holds } from './bars/holds.ts';
import { movingIn } from './bars/moving-in.ts';
import { memory } from './bars/memory.ts';
import { officeLists } from './bars/office-lists.ts';
import { pages } from './bars/pages.ts';
import { line, type Result } from './result.ts';
import { openStage, type Stage } from './stage.ts';

/** In this order: memory at rest is looked at before anything has been asked. */
const bars: Readonly<Record<string, (stage: Stage) => Promise<Result[]>>> = {
  memory,
  holds,
  'engine-rush': engineRush,
  earliest,
  pages,
  // Last: what it writes is only for lists.
  'office-lists': officeLists,
  // After all others: twenty million slots, made in some minutes, and six gigabytes of disk.
  'first-dates': firstDates,
  // After them: twice as many offices as before.
  'moving-in': movingIn,
};

const usage = `Usage: npm run bench -- [NAME…] [--json FILE]

Names: ${Object.keys(bars).join(', ')}; all of them without a name. Needs Linux; holds needs pgbench (Debian: postgresql-contrib).
`;

async function main(args: string[]): Promise<number> {
  const jsonAt = args.indexOf('--json');
  const file = jsonAt < 0 ? undefined : args[jsonAt + 1];
  const names = args.filter((_, index) => jsonAt < 0 || (index !== jsonAt && index !== jsonAt + 1));
  if ((jsonAt >= 0 && file === undefined) || names.some((name) => !Object.hasOwn(bars, name))) {
    console.error(usage);
    return 2;
  }
  const results: Result[] = [];
  const stage = await openStage();
  try {
    for (const [name, measure] of Object.entries(bars)) {
      if (names.length > 0 && !names.includes(name)) continue;
      console.log(`\n── ${name}`);
      for (const result of await measure(stage)) {
        results.push(result);
        console.log(line(result));
      }
    }
  } finally {
    await stage.close();
    if (file !== undefined) await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  }
  const missed = results.filter(({ pass }) => !pass);
  console.log(
    missed.length === 0 ? '\nEvery bar was reached.' : `\nMissed: ${missed.map(({ name }) => name).join('; ')}`,
  );
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
