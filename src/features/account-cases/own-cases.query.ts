import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type Appeal, appealsOf } from './appeals/appeal.query.ts';
import { changesOf } from './changes/change.query.ts';
import { blockCases } from './restriction.query.ts';

/** What was decided about somebody's account, and what they said to it, for the file of all that is kept of them. */
export async function ownCases(
  db: Db,
  secrets: Secrets,
  { accountId, now }: { accountId: number; now: Temporal.Instant },
) {
  const whose = { accountId, now };
  const [blocks, appeals, changes] = [
    await blockCases(db, secrets, whose),
    await appealsOf(db, secrets, accountId),
    await changesOf(db, secrets, accountId),
  ];
  return {
    blocks: blocks.map(
      ({ block: { kind, reason, lastDay, createdAt }, office, inForce, appeals: said, decisions }) => ({
        office: office?.name ?? null,
        kind,
        reason,
        lastDay,
        createdAt,
        inForce,
        appeals: said.map(told),
        decisions: decisions.map(({ outcome, lastDay: until, reason: why, decidedAt }) => ({
          outcome,
          lastDay: until,
          reason: why,
          decidedAt,
        })),
      }),
    ),
    explanations: appeals.filter(({ blockId }) => blockId === null).map(told),
    corrections: changes.map(({ before, after, why, createdAt, outcome, answer, decidedAt }) => {
      return { before, after, why, createdAt, outcome, answer, decidedAt };
    }),
  };
}

function told({ text, createdAt, outcome, answer, decidedAt }: Appeal) {
  return { text, createdAt, outcome, answer, decidedAt };
}
