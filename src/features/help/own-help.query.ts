import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { findHelp } from './help.query.ts';
import { listOwnHelp } from './inbox.query.ts';

/** What somebody asked and was answered, for the file of all that is kept of them. */
export async function ownHelp(db: Db, secrets: Secrets, accountId: number) {
  const requests = await listOwnHelp(db, secrets, accountId);
  const threads = await Promise.all(requests.map(({ id }) => findHelp(db, secrets, id)));
  return threads
    .filter((thread) => thread !== undefined)
    .map(({ office, email, language, page, browser, state, createdAt, messages }) => ({
      office: office?.name ?? null,
      email,
      language,
      page,
      browser,
      state,
      createdAt,
      messages: messages.map(({ at, author, text, pictures }) => ({ at, author, text, pictures: pictures.length })),
    }));
}

/** By which names the log of what operators did knows somebody's requests. */
export async function helpSubjects(db: Db, accountId: number): Promise<string[]> {
  const rows = await db.selectFrom('help_request').select('id').where('account_id', '=', accountId).execute();
  return rows.map(({ id }) => `help:${id}`);
}
