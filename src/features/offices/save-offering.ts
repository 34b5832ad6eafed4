import type { Tx } from '#platform/database.ts';
import { completionValues, municipalCard } from './completion-rules.ts';
import type { Offering } from './offering.query.ts';
import { saveQuestion } from './questions/save-question.ts';
import type { OfficeKind } from './tables.ts';
import type { ServiceRules } from './visit/service-rules.ts';

/** The rules of a service at an office that the office itself decides. */
export type OfferingRules = Omit<
  Offering,
  'id' | 'officeId' | 'serviceCode' | 'serviceName' | 'bookable' | 'severalPlanners' | 'asksResidence' | 'noShowRule'
>;

/** Changes some of the rules; bookings made before keep what they were made under. */
export async function saveOffering(
  tx: Tx,
  request: { offeringId: number; rules: Partial<OfferingRules> },
): Promise<{ ok: true }> {
  const { rules } = request;
  const columns = {
    active: rules.active,
    instructions: json(rules.instructions),
    duration_minutes: rules.durationMinutes,
    party_max: rules.partyMax,
    codice_fiscale: rules.codiceFiscale,
    birth_date: rules.birthDate,
    confirm_by: rules.confirmBy,
    confirm_opens_days: rules.confirmOpensDays,
    confirm_closes_days: rules.confirmClosesDays,
    confirm_closes_hours: rules.confirmClosesHours,
    confirm_exempt_channels: rules.confirmExemptChannels && [...rules.confirmExemptChannels],
    cancel_cutoff_hours: rules.cancelCutoffHours,
    reasons: rules.reasons && [...rules.reasons],
    notes_allowed: rules.notesAllowed,
    documents: json(rules.documents),
    audience: json(rules.audience),
    min_age: rules.minAge,
    max_age: rules.maxAge,
    horizon_from_days: rules.horizonFromDays,
    horizon_days: rules.horizonDays,
    notice_minutes: rules.noticeMinutes,
    party_modes: rules.partyModes && [...rules.partyModes],
    relationships: rules.relationships && [...rules.relationships],
    login_level: rules.loginLevel,
    waiting_list: rules.waitingList,
    fee_notice: json(rules.feeNotice),
    invite_only: rules.inviteOnly,
    one_time_code: rules.oneTimeCode,
    served_only: rules.servedOnly,
    pre_check: rules.preCheck,
    pre_check_days: rules.preCheckDays,
    clearance: rules.clearance,
    reason_optional: rules.reasonOptional,
    reason_texts: json(rules.reasonTexts) ?? undefined,
    renewal_days: rules.renewalDays,
    fees: json(rules.fees),
    live_limit: rules.liveLimit,
    ...completionValues(rules),
    clearance_days: rules.clearanceDays,
    clearance_too_late: rules.clearanceTooLate,
    clearance_at_deadline: rules.clearanceAtDeadline,
  };
  const changed = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await tx.updateTable('offering').set(changed).where('id', '=', request.offeringId).execute();
  return { ok: true };
}

/** For a jsonb column: undefined leaves it, null empties it. */
function json(value: object | null | undefined): string | null | undefined {
  return value === null || value === undefined ? value : JSON.stringify(value);
}

/** What the two kinds of office begin with. */
const presets = {
  municipal: { codice_fiscale: 'required', birth_date: 'not-asked', party_max: 5, live_limit: 5 },
  consular: { codice_fiscale: 'if-any', birth_date: 'required', party_max: 5 },
} as const;

/** Gives an office a service of the catalogue, with the rules its kind begins with. It is bookable once a planner serves it. */
export async function addOffering(
  tx: Tx,
  request: { office: { id: number; kind: OfficeKind }; serviceCode: string },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'already' }> {
  const { office, serviceCode } = request;
  const service = await tx
    .selectFrom('service')
    .select(['kinds', 'rules'])
    .where('code', '=', serviceCode)
    .executeTakeFirst();
  if (!service?.kinds.includes(office.kind)) return { ok: false, reason: 'unknown' };
  const { begins = {}, asks = [] } = service.rules[office.kind] ?? {};
  const made = await tx
    .insertInto('offering')
    .values({
      office_id: office.id,
      service_code: serviceCode,
      instructions: null,
      ...presets[office.kind],
      ...beginning(begins),
      ...(office.kind === 'municipal' && serviceCode === 'cie' && municipalCard),
    })
    .onConflict((on) => on.constraint('offering_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return { ok: false, reason: 'already' };
  for (const question of asks)
    await saveQuestion(tx, {
      offeringId: made.id,
      id: null,
      question: { ...question, pattern: null, patternMessage: null },
    });
  return { ok: true };
}

/** What the catalogue says that an offering begins with; all of it may be changed later. */
function beginning(begins: NonNullable<ServiceRules['begins']>) {
  const { durationMinutes, partyModes, partyMax, confirmBy, reasons, reasonOptional, renewalDays } = begins;
  return {
    duration_minutes: durationMinutes ?? null,
    ...(partyModes && { party_modes: partyModes }),
    ...(partyMax !== undefined && { party_max: partyMax }),
    ...(confirmBy && { confirm_by: confirmBy }),
    ...(reasons && { reasons }),
    ...(reasonOptional !== undefined && { reason_optional: reasonOptional }),
    ...(renewalDays !== undefined && { renewal_days: renewalDays }),
  };
}
