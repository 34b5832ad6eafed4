import type pg from 'pg';
import { microBatch } from '#platform/micro-batch.ts';
import { inTries } from '#platform/transaction.ts';
import { holdBatch, type SeatAnswer, type SeatRequest } from './hold-batch.ts';

/** Two batches at once keep the database busy while the other's answers are on their way; more only wait for the same rows. */
const lanes = 2;
const largestBatch = 300;
const longestQueue = 50_000;
const attempts = 4;

/** The one door to seats for a process: requests become batches, batches become commits. */
export interface SeatEngine {
  hold(request: SeatRequest): Promise<SeatAnswer>;
  /** Requests waiting for a batch. */
  waiting(): number;
}

export function createSeatEngine(pool: pg.Pool): SeatEngine {
  const batches = microBatch<SeatRequest, SeatAnswer>({
    run: (requests) => inTries(() => holdBatch(pool, requests)),
    lanes,
    most: largestBatch,
    queue: longestQueue,
  });
  return {
    waiting: batches.waiting,
    async hold(request) {
      let answer = await batches.submit(request);
      // `again` means another batch decides: the owner asked twice at once, or a seat of the batch stayed free.
      for (let attempt = 1; answer.status === 'again' && attempt < attempts; attempt += 1)
        answer = await batches.submit(request);
      return answer.status === 'again' ? { ...answer, status: 'full' } : answer;
    },
  };
}
