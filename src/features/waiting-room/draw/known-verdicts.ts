import type { Db } from '#platform/database.ts';
import type { DrawFacts } from './draw-facts.query.ts';
import { proofOf } from './proof.query.ts';
import type { Verdict } from './verify.ts';
import { verify } from './verify.ts';

/** What a page needs of a verdict. */
export type ShortVerdict =
  | { readonly ok: true; readonly result: 'correct' | 'correct-if-seed-kept' | 'not-revealed' }
  | { readonly ok: false; readonly fault: Extract<Verdict, { ok: false }>['fault']; readonly detail: string };

const most = 500;

/**
 * Draws as `verify` judges them, from the same document that everybody can load. Each stage of a draw is judged once in a
 * process: a hundred thousand tickets take a quarter of a second.
 */
export function knownVerdicts({ db }: { readonly db: Db }): (facts: DrawFacts) => Promise<ShortVerdict> {
  const kept = new Map<string, Promise<ShortVerdict>>();
  return ({ code, closedAt, publicValue, drawnAt }) => {
    const key = [code, closedAt?.epochMilliseconds, publicValue, drawnAt?.epochMilliseconds].join(' ');
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= most) kept.clear();
    const judged = proofOf(db, code).then((proof) => short(verify(proof)));
    kept.set(key, judged);
    judged.catch(() => kept.delete(key));
    return judged;
  };
}

function short(verdict: Verdict): ShortVerdict {
  if (!verdict.ok) return verdict;
  return { ok: true, result: verdict.result };
}
