import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds that such answers take: longer than the work behind them. */
export const steadyTime = 150;

/** The answer, not before so many milliseconds: how long work took must not tell whether an address, or a code, is known. */
export async function notBefore<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const [result] = await Promise.all([work, sleep(milliseconds)]);
  return result;
}
