import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import type { Db } from '#platform/database.ts';
import { formWith } from './files.ts';
import type { TestBrowser } from './slice-app.ts';

/** Sends a photo by the page of somebody's booking. */
export async function sendPhotoFile(
  browser: TestBrowser,
  path: string,
  bytes: Buffer,
  fields: Readonly<Record<string, string>> = {},
) {
  const shown = await browser.get(`${path}/photo`);
  const token = parse(shown.body).querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  const form = await formWith({ _csrf: token, ...fields }, { photo: { name: 'foto.jpg', bytes } });
  return browser.send({ method: 'POST', url: `${path}/photo?person=0`, ...form });
}

/** No drawn face passes the checks: a proposal as if it had. Answers with its id. */
export async function foundFine(db: Db, { id }: { id: string }): Promise<string> {
  return found(db, { id }, { verdict: 'pass', checks: [] });
}

/** A proposal as if the checks had found that. */
export async function found(
  db: Db,
  { id }: { id: string },
  { verdict, checks }: { verdict: string; checks: readonly object[] },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    UPDATE booking_photo SET verdict = ${verdict}, checks = ${JSON.stringify(checks)}
    WHERE booking_id = ${id} AND state = 'proposed' RETURNING id`.execute(db);
  return rows[0]?.id ?? '';
}
