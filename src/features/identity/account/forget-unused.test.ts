import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { createSession } from '../session/session.ts';
import { forgetUnused, warnedDays } from './forget-unused.job.ts';

const deps = useDeps();
let made = 0;
let accountId = 0;
beforeEach(async () => {
  made += 1;
  deps.current.clock.set(testNow);
  accountId = await buildAccount(deps.current.db, `seldom-${made}@prova.example`);
  await logIn();
});

async function logIn(): Promise<void> {
  const { db, clock, secrets } = deps.current;
  await db.transaction().execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets }));
}

/** Days after today, at this hour. */
async function after(days: number): Promise<{ warned: boolean; closed: boolean; told: number }> {
  const { clock, db } = deps.current;
  clock.set(
    Temporal.Instant.from(testNow)
      .add({ hours: 24 * days })
      .toString(),
  );
  await forgetUnused(deps.current);
  const { rows } = await sql<{ warned: boolean; closed: boolean; told: number }>`
    SELECT unused_warned_on IS NOT NULL AS warned, closed_at IS NOT NULL AS closed,
           (SELECT count(*)::int FROM outbox WHERE payload ->> 'kind' = 'account-unused'
              AND (payload ->> 'accountId')::int = a.id) AS told
    FROM account a WHERE id = ${accountId}`.execute(db);
  return rows[0] ?? { warned: false, closed: false, told: 0 };
}

it('an account that nobody uses is warned a month before three years, and closed a day after them', async () => {
  const { keepAccountsDays } = deps.current.config;
  expect(await after(keepAccountsDays - warnedDays)).toEqual({ warned: false, closed: false, told: 0 });
  expect(await after(keepAccountsDays - warnedDays + 1)).toEqual({ warned: true, closed: false, told: 1 });
  expect(await after(keepAccountsDays + 1)).toEqual({ warned: true, closed: false, told: 1 });
  expect(await after(keepAccountsDays + 2)).toEqual({ warned: true, closed: true, told: 1 });
});

it('a login after the warning is enough to keep it', async () => {
  const { keepAccountsDays } = deps.current.config;
  expect((await after(keepAccountsDays - 1)).warned).toBe(true);
  await logIn();
  expect(await after(keepAccountsDays + 60)).toMatchObject({ warned: false, closed: false });
});

it('who works for an office, and who has an appointment to come, is never closed', async () => {
  const { db, config } = deps.current;
  const { officeId } = await buildOffice(db);
  const operatorId = await buildRole(db, 'operator', officeId);
  accountId = operatorId;
  await logIn();
  expect(await after(config.keepAccountsDays + 400)).toMatchObject({ warned: false, closed: false });
});
