import { setTimeout as sleep } from 'node:timers/promises';

/** The answer, not before so many milliseconds: how long work took must not tell whether an address has an account. */
export async function notBefore<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const [result] = await Promise.all([work, sleep(milliseconds)]);
  return result;
}
