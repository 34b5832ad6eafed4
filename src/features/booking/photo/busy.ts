import { HttpProblem } from '#platform/http/problem.ts';

/**
 * In how many seconds something may be tried again that was refused because too many photos are being looked at.
 * @throws whatever else went wrong
 */
export function busySeconds(error: unknown): number {
  if (!(error instanceof HttpProblem) || error.status !== 503) throw error;
  const seconds = Number(error.headers['retry-after']);
  return Number.isInteger(seconds) && seconds > 0 ? seconds : 10;
}

/** The same, said to a program. */
export function busyProblem(seconds: number): HttpProblem {
  return new HttpProblem(503, 'overloaded', { headers: { 'retry-after': String(seconds) } });
}
