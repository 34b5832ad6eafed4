import { sql } from 'kysely';
import type { TaskList } from '#platform/jobs.ts';
import { assignRegistrations } from './assign-registrations.job.ts';

/** How long after it was decided what a registration would have booked with is kept, for questions about it. */
const keptAnswers = Temporal.Duration.from({ hours: 30 * 24 });

/** What the worker does for registration draws. */
export const registrationDrawTasks: TaskList = {
  'assign-registrations': assignRegistrations,
  'forget-registrations': async ({ db, clock }) => {
    const before = clock.now().subtract(keptAnswers);
    await sql`
      UPDATE registration g SET answers_cipher = NULL
      WHERE answers_cipher IS NOT NULL AND (g.decided_at < ${before} OR EXISTS (
        SELECT FROM room r WHERE r.id = g.room_id AND r.ended_at < ${before}))`.execute(db);
  },
};

/** What is drawn is assigned within a minute; killed, it goes on with the next. */
export const registrationDrawCrontab = `
* * * * * assign-registrations ?max=1
27 4 * * * forget-registrations ?max=1`;
