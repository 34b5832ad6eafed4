import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { addSite, findOffice } from '#features/offices/index.ts';
import { everyDay, type OfficePlan, plan, rule } from './create-plan.ts';

const parentCode = 'cons-new-york-city';

/** What the honorary consulate would have typed in. */
export const sitePlans: readonly OfficePlan[] = [
  {
    code: 'cons-buffalo',
    address: '12 Example Street, Buffalo',
    phone: '+1 716 555 0101',
    planners: [
      plan('Passaporti', ['passport'], { days: 45, at: '18:00' }, 'open', rule(everyDay, '10:00-12:00', 20, 1)),
    ],
  },
];

/** An honorary consulate under New York, and an operator there whose role holds at both. */
export async function createSites(tx: Tx, request: { now: Temporal.Instant }): Promise<void> {
  const parent = await findOffice(tx, parentCode);
  if (parent === undefined) throw new Error(`The data know no office ${parentCode}`);
  const made = await addSite(tx, {
    parentId: parent.id,
    code: 'cons-buffalo',
    now: request.now,
    site: {
      siteKind: 'honorary',
      name: { it: 'Consolato onorario d’Italia a Buffalo', en: 'Honorary Consulate of Italy in Buffalo' },
      city: { it: 'Buffalo', en: 'Buffalo' },
      country: 'US',
      timeZone: 'America/New_York',
      languages: ['it', 'en'],
      address: null,
    },
  });
  if (!made.ok) throw new Error(`The site of ${parentCode}: ${made.reason}`);
  await sql`UPDATE account_role SET with_sites = true WHERE office_id = ${parent.id} AND role IN ('operator', 'officer')`.execute(
    tx,
  );
}

/** A service for those the office serves, one for those who have been identified, one with SPID or CIE, and somebody who has been. */
export async function setEligibility(tx: Tx, request: { now: Temporal.Instant }): Promise<void> {
  await sql`
    UPDATE offering SET served_only = true FROM office
    WHERE office.id = offering.office_id AND (office.code, service_code) IN (('cons-buffalo', 'passport'), (${parentCode}, 'driving-licence'))`.execute(
    tx,
  );
  await sql`
    UPDATE offering SET login_level = 'identified' FROM office
    WHERE office.id = offering.office_id AND office.code = ${parentCode} AND service_code = 'aire-address-change'`.execute(
    tx,
  );
  await sql`
    UPDATE offering SET login_level = 'digital-2' FROM office
    WHERE office.id = offering.office_id AND office.code = 'cons-london' AND service_code = 'aire-registration'`.execute(
    tx,
  );
  await sql`
    INSERT INTO identification (account_id, how, identified_at, identified_by, office_id)
    SELECT a.id, 'passport', ${request.now.subtract({ hours: 24 * 40 })}, o.id, a.office_id
    FROM account a, account o WHERE a.email = 'luca.marchetti@demo.example' AND o.email = 'operator.newyork@demo.example'`.execute(
    tx,
  );
}
