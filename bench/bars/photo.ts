import { accuracyResults } from '../photo/accuracy.ts';
import { lookAtAll, type Looked } from '../photo/looked.ts';
import { readPhotoSet } from '../photo/photo-set.ts';
import { storm } from '../photo/storm.ts';
import { photoTables } from '../photo/tables.ts';
import { median, type Result, spreadOf } from '../result.ts';
import type { Stage } from '../stage.ts';

/** How often the checks of a photo are right, what they cost, and what the pages feel of them. */
export async function photo(stage: Stage): Promise<Result[]> {
  const set = await readPhotoSet();
  // First the storm: looking at two thousand pictures makes a machine warm.
  const stormy = await storm(stage, set.neutral);
  const looked = await lookAtAll(set);
  const [first, ...others] = accuracyResults(looked);
  const tables = photoTables(looked);
  console.log(`\n${tables}\n`);
  return [...(first ? [{ ...first, tables }] : []), ...others, cost(looked), ...stormy];
}

function cost(looked: readonly Looked[]): Result {
  const seconds = looked.filter(({ kind }) => kind === 'neutral').map(({ cpu }) => cpu);
  return {
    name: 'photo: CPU for one photo',
    figure: median(seconds),
    unit: 's',
    reference: null,
    referenceFigure: null,
    ratio: null,
    spread: spreadOf(seconds),
    bar: null,
    pass: true,
    notes: `reading, models, checks and portrait, of ${seconds.length} portraits of 827 × 1063 pixels`,
  };
}
