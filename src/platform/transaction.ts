import type { Db, Tx } from './database.ts';

/** What a verb answers: done, or an expected refusal. */
export type Outcome<Done, Reason extends string> = ({ ok: true } & Done) | Refusal<Reason>;

export interface Refusal<Reason extends string> {
  ok: false;
  reason: Reason;
}

class KeptNothing extends Error {
  readonly outcome: { ok: boolean };
  constructor(outcome: { ok: boolean }) {
    super('refused');
    this.outcome = outcome;
  }
}

const worthAnotherTry = new Set(['40001', '40P01']);
const mostTries = 3;

/** Does something that leaves nothing behind when it fails; again, up to three times in all, after a deadlock. */
export async function inTries<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= mostTries || !worthAnotherTry.has(errorCode(error) ?? '')) throw error;
    }
  }
}

/** What a transaction was decided on has changed while it waited: `transact` begins it again. */
export class ChangedMeanwhile extends Error {
  readonly code = '40001';
}

/**
 * Runs a verb in a transaction that is kept only when it answers `ok: true`.
 * Serialisation failures and deadlocks are tried again, up to three times.
 */
export async function transact<Result extends { ok: boolean }>(
  db: Db,
  verb: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  try {
    return await inTries(() =>
      db.transaction().execute(async (tx) => {
        const outcome = await verb(tx);
        if (!outcome.ok) throw new KeptNothing(outcome);
        return outcome;
      }),
    );
  } catch (error) {
    // The verb's own answer, carried out of the transaction it must not keep.
    if (error instanceof KeptNothing) return error.outcome as Result;
    throw error;
  }
}

/** SQLSTATE of a database error. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** Name of the constraint a database error speaks of. */
export function brokenConstraint(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}
