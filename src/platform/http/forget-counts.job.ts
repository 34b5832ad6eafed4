import { sql } from 'kysely';
import type { Task, TaskList } from '../jobs.ts';

/** The longest window that requests are counted in, and some. */
const keepCounts = Temporal.Duration.from({ hours: 24 });

const forgetCounts: Task = async ({ db, clock }) => {
  await sql`DELETE FROM request_count WHERE since < ${clock.now().subtract(keepCounts)}`.execute(db);
};

export const countTasks: TaskList = { 'forget-counts': forgetCounts };

export const countCrontab = '53 * * * * forget-counts';
