import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';
import { hashPassword } from '#features/identity/index.ts';
import { publishPlanner } from '#features/planner/index.ts';
import { askForCodes } from './ask-for-codes.ts';
import { createAccountCases } from './create-account-cases.ts';
import { createSignals } from './create-signals.ts';
import { createAccounts } from './create-accounts.ts';
import { createBookings } from './create-bookings.ts';
import { createCitizens } from './create-citizens.ts';
import { closeOnHolidays } from './create-closures.ts';
import { createRoom } from './create-room.ts';
import { createSites, setEligibility } from './create-sites.ts';
import { createSiteOwner } from './create-site-owner.ts';
import { createCollection, setCollectionRules } from './create-collection.ts';
import { createCertifiedMail } from './create-certified-mail.ts';
import { createClearances, setClearanceRules } from './create-clearances.ts';
import { createDraws } from './create-draws.ts';
import { createExaminations, setExaminationRules } from './create-examinations.ts';
import { createFairness } from './create-fairness.ts';
import { createHelpRequests } from './create-help-requests.ts';
import { createOpenDay } from './create-open-day.ts';
import { createRegistrationDraw } from './create-registration-draw.ts';
import { createReasons } from './create-reasons.ts';
import { createQuestions } from './create-questions.ts';
import { createOwnBookings } from './create-own-bookings.ts';
import { createWaitingList } from './create-waiting-list.ts';
import { setOfferingRules } from './set-offering-rules.ts';
import { createOffices, type DemoPlanner } from './create-offices.ts';
import { demoPassword } from './create-people.ts';

/** Makes the demo set when it is not there yet, all or nothing; then the many citizens asked for, as far as missing. */
export async function createDemo(deps: Deps): Promise<void> {
  const { secrets, log, config } = deps;
  const now = deps.clock.now();
  const passwordHash = onlyOnce(() => hashPassword(demoPassword));
  const { made } = await transact(deps.db, async (tx) => {
    if (!(await claim(tx, now))) return { ok: true, made: undefined };
    await createAccounts(tx, { secrets, passwordHash: await passwordHash(), now });
    await createSiteOwner(tx, now);
    await createSites(tx, { now });
    const planners = await createOffices(tx, { now });
    await setEligibility(tx, { now });
    await askForCodes(tx);
    await setOfferingRules(tx);
    await createQuestions(tx, { secrets, now });
    await createReasons(tx);
    await closeOnHolidays(tx, { offices: planners.map((planner) => planner.office.id), now });
    await setExaminationRules(tx);
    await setClearanceRules(tx);
    await setCollectionRules(tx);
    for (const planner of planners) await publish(tx, planner);
    await createRoom(tx, { planners, now });
    await createOpenDay(tx, { now });
    await createHelpRequests(tx, { secrets, now });
    await createAccountCases(tx, { secrets, passwordHash: await passwordHash(), now });
    await createSignals(tx, { secrets, now });
    const bookings = await createBookings(tx, { planners, secrets, now });
    return { ok: true, made: { planners: planners.length, bookings } };
  });
  if (made) {
    await createOwnBookings(deps);
    await createExaminations(deps);
    await createClearances(deps);
    await transact(deps.db, async (tx) => {
      await createCertifiedMail(tx, { secrets, now });
      return { ok: true };
    });
    await createCollection(deps);
    await createWaitingList(deps);
    await createRegistrationDraw(deps);
    await createDraws(deps);
    await createFairness(deps);
    await transact(deps.db, async (tx) => {
      await enqueue(tx, { task: 'create-report-history', payload: {}, at: now });
      await enqueue(tx, { task: 'create-photos', payload: {}, at: now });
      return { ok: true };
    });
    log.info(made, 'the demo set was made');
  }
  const count = config.demoCitizens;
  const { added } = await transact(deps.db, async (tx) => ({
    ok: true,
    added: await createCitizens(tx, { count, secrets, passwordHash, now }),
  }));
  if (added > 0) log.info({ added }, 'citizens were added to the demo');
}

/** False when the demo set is already there; two processes at once wait for one another. */
async function claim(tx: Tx, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO data_import (name, hash, imported_at) VALUES ('demo', '1', ${now}::timestamptz)
    ON CONFLICT (name) DO NOTHING`.execute(tx);
  return numAffectedRows === 1n;
}

async function publish(tx: Tx, planner: DemoPlanner): Promise<void> {
  const outcome = await publishPlanner(tx, { ...planner.editing, plannerId: planner.id });
  if (!outcome.ok) throw new Error(`The planner ${planner.plan.name} of ${planner.office.code}: ${outcome.reason}`);
}

/** Hashing a password is slow on purpose: everybody of the demo shares one. */
function onlyOnce(make: () => Promise<string>): () => Promise<string> {
  let made: Promise<string> | undefined;
  return () => (made ??= make());
}
