import { HttpProblem } from '#platform/http/problem.ts';

/** Longer than that nobody waits in front of a page: no photo can be looked at, and somebody has to mend it. */
const longestWait = 90;

/**
 * In how many seconds something may be tried again that was refused because too many photos are being looked at, or none can be.
 * @throws whatever else went wrong
 */
export function busySeconds(error: unknown): number {
  if (!(error instanceof HttpProblem) || error.status !== 503) throw error;
  const seconds = Number(error.headers['retry-after']);
  return Number.isInteger(seconds) && seconds > 0 ? seconds : 10;
}

/** Whether the check of photos is out of order rather than busy. */
export function isOutOfOrder(seconds: number): boolean {
  return seconds > longestWait;
}

/** The same, said to a program. */
export function busyProblem(seconds: number): HttpProblem {
  const reason = isOutOfOrder(seconds) ? 'out-of-order' : 'overloaded';
  return new HttpProblem(503, reason, { headers: { 'retry-after': String(seconds) } });
}
