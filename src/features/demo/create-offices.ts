import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { findOffice, type Office } from '#features/offices/index.ts';
import { type Editing, replaceRules, savePlanner } from '#features/planner/index.ts';
import { consularPlans } from './create-consular-plans.ts';
import { municipalPlans } from './create-municipal-plans.ts';
import type { OfficePlan, PlannerPlan } from './create-plan.ts';
import { sitePlans } from './create-sites.ts';

/** A planner of the demo, not yet published. */
export interface DemoPlanner {
  readonly id: number;
  readonly office: Office;
  readonly plan: PlannerPlan;
  /** for the planner's verbs */
  readonly editing: Editing;
  /** in the order of the plan's services */
  readonly offerings: readonly { readonly id: number; readonly service: string }[];
}

/** Fills in a dozen offices as their staff would have: contacts, services with the presets of the kind, opening rules. */
export async function createOffices(tx: Tx, request: { now: Temporal.Instant }): Promise<DemoPlanner[]> {
  const made: DemoPlanner[] = [];
  for (const plan of [...consularPlans, ...sitePlans, ...municipalPlans]) {
    const office = await findOffice(tx, plan.code);
    if (office === undefined) throw new Error(`The data know no office ${plan.code}`);
    await enterContacts(tx, office, plan, request.now);
    const offerings = await openServices(tx, office, plan);
    const editing = { officeId: office.id, accountId: await editorOf(tx, office.id), now: request.now };
    for (const planner of plan.planners) made.push(await addPlanner(tx, { office, planner, offerings, editing }));
  }
  return made;
}

async function enterContacts(tx: Tx, office: Office, plan: OfficePlan, now: Temporal.Instant): Promise<void> {
  const site = `${plan.code.replace(/^comune-(\w+)-anagrafe$/, 'comune-$1')}.example`;
  await tx
    .updateTable('office')
    .set({
      address: plan.address,
      email: `appuntamenti@${site}`,
      phone: plan.phone,
      website: `https://www.${site}`,
      directions: JSON.stringify({
        it: 'Sede di prova: indirizzo e contatti sono inventati.',
        en: 'Demonstration office: address and contacts are invented.',
      }),
      accessibility: JSON.stringify({
        it: 'Ingresso senza gradini, ascensore e bagno accessibile. Se ti serve aiuto, scrivi alla sede prima di venire.',
        en: 'Step-free entrance, lift and accessible toilet. If you need help, write to the office before you come.',
      }),
      demo: true,
      updated_at: now,
    })
    .where('id', '=', office.id)
    .execute();
}

async function openServices(tx: Tx, office: Office, plan: OfficePlan): Promise<Map<string, number>> {
  const services = [...new Set(plan.planners.flatMap((planner) => planner.services))];
  const preset =
    office.kind === 'municipal'
      ? ({ codice_fiscale: 'required', birth_date: 'not-asked', party_max: 5, reason_optional: true } as const)
      : ({ codice_fiscale: 'if-any', birth_date: 'required', party_max: 5 } as const);
  const rows = await tx
    .insertInto('offering')
    .values(
      services.map((service) => ({
        office_id: office.id,
        service_code: service,
        ...preset,
        confirm_by: 'citizen' as const,
        confirm_opens_days: 10,
        confirm_closes_days: 3,
        reasons:
          service === 'cie' || service === 'passport' ? ['first-issue', 'expiry', 'theft', 'loss', 'damage'] : [],
      })),
    )
    .returning(['id', 'service_code'])
    .execute();
  return new Map(rows.map((row) => [row.service_code, row.id]));
}

/** The office's planner manager; the network's administrator where none is shown. */
async function editorOf(tx: Tx, officeId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    SELECT account_id AS id FROM account_role
    WHERE (role = 'planner-manager' AND office_id = ${officeId}) OR role = 'network-admin'
    ORDER BY role = 'planner-manager' DESC LIMIT 1`.execute(tx);
  const [editor] = rows;
  if (editor === undefined) throw new Error('The demo has nobody who may edit planners');
  return editor.id;
}

async function addPlanner(
  tx: Tx,
  request: { office: Office; planner: PlannerPlan; offerings: ReadonlyMap<string, number>; editing: Editing },
): Promise<DemoPlanner> {
  const { office, planner: plan, editing } = request;
  const { name, horizonDays, noticeMinutes, releaseTime, releaseRule = null, audience, quotas } = plan;
  const offerings = plan.services.map((service) => ({ id: request.offerings.get(service) ?? 0, service }));
  const offeringIds = offerings.map((offering) => offering.id);
  const settings = {
    name,
    offeringIds,
    horizonDays,
    noticeMinutes,
    releaseTime,
    releaseRule,
    ...(audience && { audience }),
    ...(quotas && { quotas }),
  };
  const saved = await savePlanner(tx, { ...editing, plannerId: null, settings });
  if (!saved.ok) throw new Error(`The planner ${name} of ${office.code}: ${saved.reason}`);
  const validFrom = editing.now.toZonedDateTimeISO(office.timeZone).toPlainDate().toString();
  const rules = plan.rules.map((rule) => ({ ...rule, validFrom, validTo: null }));
  await replaceRules(tx, { ...editing, plannerId: saved.plannerId, rules });
  return { id: saved.plannerId, office, plan, offerings, editing };
}
