import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { hasColleague } from './reach.query.ts';

const deps = useDeps();

it('a role at the office above is a colleague at a site of it, where it holds there too', async () => {
  const { db } = deps.current;
  const above = await buildOffice(db);
  const site = await buildOffice(db);
  await sql`UPDATE office SET parent_id = ${above.officeId}, site_kind = 'honorary' WHERE id = ${site.officeId}`.execute(
    db,
  );
  const colleague = await buildRole(db, 'officer', above.officeId);
  await sql`UPDATE account SET password_hash = 'x' WHERE id = ${colleague}`.execute(db);
  const who = { officeId: site.officeId, except: await buildAccount(db, 'blocker@prova.example') };
  expect(await hasColleague(db, who)).toBe(false);
  await sql`UPDATE account_role SET with_sites = true WHERE account_id = ${colleague}`.execute(db);
  expect(await hasColleague(db, who)).toBe(true);
  expect(await hasColleague(db, { ...who, except: colleague })).toBe(false);
});
