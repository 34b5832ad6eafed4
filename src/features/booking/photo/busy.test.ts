import { expect, it } from 'vitest';
import { HttpProblem } from '#platform/http/problem.ts';
import { busyProblem, busySeconds } from './busy.ts';

it('a photo that nobody has time for may be sent again when the service says, or soon', () => {
  expect(busySeconds(new HttpProblem(503, 'overloaded', { headers: { 'retry-after': '17' } }))).toBe(17);
  expect(busySeconds(new HttpProblem(503, 'overloaded'))).toBe(10);
  expect(() => busySeconds(new Error('broken'))).toThrow('broken');
});

it('what nobody mends in a minute is no service that is busy', () => {
  expect(busyProblem(40)).toMatchObject({ status: 503, reason: 'overloaded', headers: { 'retry-after': '40' } });
  expect(busyProblem(600)).toMatchObject({ status: 503, reason: 'out-of-order', headers: { 'retry-after': '600' } });
});
