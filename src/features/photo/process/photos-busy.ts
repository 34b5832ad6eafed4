import { HttpProblem } from '#platform/http/problem.ts';

/** It may be tried again after so many seconds, five at least. */
export function photosBusy(seconds = 0): HttpProblem {
  return new HttpProblem(503, 'overloaded', { headers: { 'retry-after': String(Math.max(5, Math.ceil(seconds))) } });
}
