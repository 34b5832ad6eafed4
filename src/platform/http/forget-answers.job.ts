import { sql } from 'kysely';
import type { Task, TaskList } from '../jobs.ts';

const keepAnswers = Temporal.Duration.from({ hours: 24 });

/** Forgets answers kept for an idempotency key after a day: whoever asks again later asks anew. */
const forgetAnswers: Task = async ({ db, clock }) => {
  await sql`DELETE FROM idempotent_answer WHERE created_at < ${clock.now().subtract(keepAnswers)}`.execute(db);
};

export const idempotencyTasks: TaskList = { 'forget-answers': forgetAnswers };

export const idempotencyCrontab = '47 * * * * forget-answers';
