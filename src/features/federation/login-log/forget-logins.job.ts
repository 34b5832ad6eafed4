import type { Task } from '#platform/jobs.ts';
import '../tables.ts';

/** How long questions and answers are kept, as the rules of SPID ask. */
const keptFor = Temporal.Duration.from({ months: 24 });

/** A question without an answer is no login; it is kept while somebody might ask what went wrong. */
const unansweredFor = Temporal.Duration.from({ hours: 24 });

/** Removes logins that were kept for 24 months, and those that nobody came back from. */
export const forgetLogins: Task = async ({ db, clock }) => {
  const now = clock.now();
  // Months are longer or shorter: they are counted on a calendar.
  const since = now.toZonedDateTimeISO('UTC').subtract(keptFor).toInstant();
  await db.deleteFrom('saml_login').where('answered_at', '<', since).execute();
  await db
    .deleteFrom('saml_login')
    .where('answered_at', 'is', null)
    .where('requested_at', '<', now.subtract(unansweredFor))
    .execute();
};
