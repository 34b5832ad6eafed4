import type { Db } from '#platform/database.ts';
import { microBatch } from '#platform/micro-batch.ts';
import { candidateRuns, type RunFilter } from './candidate-runs.query.ts';
import { shareRuns } from './share-runs.rules.ts';

const mostTogether = 1_000;
const longestQueue = 50_000;
const mostKinds = 1_000;
const runsLookedFor = { least: 40, most: 500 };

export type WhyNone = 'none-left' | 'beyond-horizon' | 'not-open';

interface Question {
  readonly filter: RunFilter;
  /** asked when there is nothing to try; the same for all who ask the same */
  readonly whyNone: () => Promise<WhyNone>;
}

type Answer = { readonly runs: readonly string[][] } | { readonly whyNone: WhyNone };

type Asking = (question: Question) => Promise<Answer>;

const askedOf = new WeakMap<Db, Map<string, Asking>>();

/**
 * The runs to try for somebody who wants the earliest seat. Those who ask the same while the database is looking are answered
 * together by the look after it: five hundred who click at once cost a few statements, and no answer is older than its question.
 */
export function earliestRuns(db: Db, question: Question): Promise<Answer> {
  let kinds = askedOf.get(db);
  if (kinds === undefined || kinds.size >= mostKinds) askedOf.set(db, (kinds = new Map<string, Asking>()));
  const { now: _now, ...kind } = question.filter;
  const key = JSON.stringify(kind);
  const asking = kinds.get(key) ?? askTogether(db);
  kinds.set(key, asking);
  return asking(question);
}

function askTogether(db: Db): Asking {
  return microBatch<Question, Answer>({
    run: async (questions) => {
      const { filter, whyNone } = questions.reduce((a, b) =>
        Temporal.Instant.compare(a.filter.now, b.filter.now) > 0 ? a : b,
      );
      const { least, most } = runsLookedFor;
      const runs = await candidateRuns(db, filter, Math.min(most, Math.max(least, questions.length)));
      if (runs.length > 0) return shareRuns(runs, questions.length, filter.party).map((shared) => ({ runs: shared }));
      const none = { whyNone: await whyNone() };
      return questions.map(() => none);
    },
    lanes: 1,
    most: mostTogether,
    queue: longestQueue,
  }).submit;
}
