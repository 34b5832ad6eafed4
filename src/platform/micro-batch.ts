export interface MicroBatchOptions<Request, Answer> {
  /** Decides a whole batch, in arrival order; one answer for each request, in the same order. */
  run: (requests: readonly Request[]) => Promise<readonly Answer[]>;
  /** How many batches may be in the database at once. */
  lanes: number;
  /** The largest batch. */
  most: number;
  /** How many requests may wait; beyond it `submit` throws `BatchQueueFull`. */
  queue: number;
}

/** Too many requests are waiting: the caller answers 503 with a time to come back. */
export class BatchQueueFull extends Error {}

interface Waiting<Request, Answer> {
  request: Request;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Collects requests that arrive while a batch is under way into the next batch. There is no timer: an idle request goes
 * at once, and batches grow by themselves under load. A batch that fails as a whole is tried again one by one, so that
 * one bad request cannot sink the others.
 */
export function microBatch<Request, Answer>(options: MicroBatchOptions<Request, Answer>) {
  const waiting: Waiting<Request, Answer>[] = [];
  let busy = 0;

  function next(): void {
    while (busy < options.lanes && waiting.length > 0) {
      busy += 1;
      const batch = waiting.splice(0, options.most);
      void decide(batch).finally(() => {
        busy -= 1;
        next();
      });
    }
  }

  async function decide(batch: Waiting<Request, Answer>[]): Promise<void> {
    try {
      const answers = await options.run(batch.map((item) => item.request));
      batch.forEach((item, index) => {
        const answer = answers[index];
        if (answer === undefined) item.reject(new Error('a batch left a request without an answer'));
        else item.resolve(answer);
      });
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only) only.reject(error);
      else for (const item of batch) await decide([item]);
    }
  }

  return {
    submit(request: Request): Promise<Answer> {
      if (waiting.length >= options.queue) return Promise.reject(new BatchQueueFull('too many requests are waiting'));
      return new Promise<Answer>((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        // Wait for the end of this turn of the event loop: requests read together go together.
        if (waiting.length === 1) setImmediate(next);
      });
    },
    /** Requests that wait now; for the metrics. */
    waiting: () => waiting.length,
  };
}
