import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalParagraphs, LocalText } from '#platform/language.ts';
import { completionColumns, type CompletionRules } from './completion-rules.ts';
import type { LoginAsked, OfficeKind, PartyMode } from './tables.ts';
import type { DocumentToBring } from './visit/document-case.ts';
import type { ReasonTexts } from './visit/visit-columns.ts';
import type { Fees } from './visit/fees.rules.ts';

/** A service at an office, with the rules that its bookings follow. */
export interface Offering extends CompletionRules {
  readonly id: number;
  readonly officeId: number;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly active: boolean;
  /** It can be booked now: switched on, and served by a published planner. */
  readonly bookable: boolean;
  /** The office's own, shown before the national ones. */
  readonly instructions: LocalParagraphs | null;
  /** null: one slot of the planner */
  readonly durationMinutes: number | null;
  readonly partyMax: number;
  readonly codiceFiscale: 'required' | 'if-any';
  readonly birthDate: 'required' | 'not-asked';
  readonly confirmBy: 'citizen' | 'office' | 'nobody';
  /** Calendar days before the appointment, in the office's zone. */
  readonly confirmOpensDays: number;
  readonly confirmClosesDays: number;
  /** Counted from the appointment, in place of the days; null: the days. */
  readonly confirmClosesHours: number | null;
  readonly confirmExemptChannels: readonly string[];
  readonly cancelCutoffHours: number;
  /** Codes of why the service is asked for; empty: not asked. */
  readonly reasons: readonly string[];
  readonly notesAllowed: boolean;
  /** The office's own, in place of the national list. */
  readonly documents: readonly DocumentToBring[] | null;
  /** Who it is for, in the office's words. */
  readonly audience: LocalText | null;
  /** Years on the day of the appointment. */
  readonly minAge: number | null;
  readonly maxAge: number | null;
  /** Bookable from so many days ahead of today, for so many days; null: as far as the planner reaches. */
  readonly horizonFromDays: number;
  readonly horizonDays: number | null;
  /** null: the planner's */
  readonly noticeMinutes: number | null;
  readonly partyModes: readonly PartyMode[];
  /** Those a companion may have; null: each of the twelve. */
  readonly relationships: readonly string[] | null;
  /** 'identified': an account whose holder has shown who they are. */
  readonly loginLevel: LoginAsked;
  readonly waitingList: boolean;
  /** What it costs, in the office's words; null: the national notice. */
  readonly feeNotice: LocalText | null;
  readonly inviteOnly: boolean;
  readonly oneTimeCode: boolean;
  /** Only people the office serves by its jurisdiction may book. */
  readonly servedOnly: boolean;
  /** The office looks at what was sent before the day, due so many days after the booking. */
  readonly preCheck: boolean;
  readonly preCheckDays: number;
  /** Consent of the municipality of residence or registration. */
  readonly clearance: 'none' | 'notify' | 'required';
  /** Days the municipality has for its answer. */
  readonly clearanceDays: number;
  /** What becomes of a booking made too late for that. */
  readonly clearanceTooLate: 'refuse' | 'shorten';
  /** What becomes of a booking whose municipality was asked and has not answered by then. */
  readonly clearanceAtDeadline: 'cancel' | 'stays';
  /** The reason may be left out. */
  readonly reasonOptional: boolean;
  readonly reasonTexts: ReasonTexts;
  /** A card may be renewed from so many days before it expires; null: nobody asks. */
  readonly renewalDays: number | null;
  /** In cents; null: the text says what it costs. */
  readonly fees: Fees | null;
  /** Live bookings one account may have at a time among offerings with a limit; null: any number. */
  readonly liveLimit: number | null;
  /** Several planners serve it side by side: a time is of whichever is least filled. */
  readonly severalPlanners: boolean;
  /** A planner has seats for residents of the municipality, or fewer for others: people say where they live. */
  readonly asksResidence: boolean;
  /** The office has a rule for appointments missed. */
  readonly noShowRule: boolean;
  readonly officeKind: OfficeKind;
}

export async function findOffering(db: Db | Tx, officeId: number, serviceCode: string): Promise<Offering | undefined> {
  return offerings(db)
    .where('offering.office_id', '=', officeId)
    .where('offering.service_code', '=', serviceCode)
    .executeTakeFirst();
}

export async function findOfferingById(db: Db | Tx, id: number): Promise<Offering | undefined> {
  return offerings(db).where('offering.id', '=', id).executeTakeFirst();
}

/** The same, with nobody able to change it until the transaction ends. */
export async function lockOffering(tx: Tx, id: number): Promise<Offering | undefined> {
  return offerings(tx).where('offering.id', '=', id).forNoKeyUpdate(['offering']).executeTakeFirst();
}

/** All offerings of an office, in the order of the catalogue. */
export async function listOfferings(db: Db | Tx, officeId: number): Promise<Offering[]> {
  return offerings(db).where('offering.office_id', '=', officeId).orderBy('service.position').execute();
}

/** What can be booked now, everywhere, with its office: for looking up first free dates over all offices. */
export async function listBookableOfferings(
  db: Db | Tx,
): Promise<{ offeringId: number; officeId: number; serviceCode: string; inviteOnly: boolean }[]> {
  return db
    .selectFrom('bookable_offering')
    .innerJoin('offering', 'offering.id', 'bookable_offering.offering_id')
    .select([
      'bookable_offering.offering_id as offeringId',
      'bookable_offering.office_id as officeId',
      'bookable_offering.service_code as serviceCode',
      'offering.invite_only as inviteOnly',
    ])
    .execute();
}

// Where an office has not chosen: consular offices wait longer, and decide themselves when it is late.
const ofMunicipality = sql`(SELECT f.kind = 'municipal' FROM office f WHERE f.id = offering.office_id)`;
const clearanceDays = sql<number>`coalesce(offering.clearance_days, CASE WHEN ${ofMunicipality} THEN 7 ELSE 30 END)`;
const clearanceAtDeadline = sql<
  'cancel' | 'stays'
>`coalesce(offering.clearance_at_deadline, CASE WHEN ${ofMunicipality} THEN 'cancel' ELSE 'stays' END)`;

function offerings(db: Db | Tx) {
  return db
    .selectFrom('offering')
    .innerJoin('service', 'service.code', 'offering.service_code')
    .leftJoin('bookable_offering', 'bookable_offering.offering_id', 'offering.id')
    .select([
      'offering.id',
      'offering.office_id as officeId',
      'offering.service_code as serviceCode',
      'service.name as serviceName',
      'offering.active',
      'offering.instructions',
      'offering.duration_minutes as durationMinutes',
      'offering.party_max as partyMax',
      'offering.codice_fiscale as codiceFiscale',
      'offering.birth_date as birthDate',
      'offering.confirm_by as confirmBy',
      'offering.confirm_opens_days as confirmOpensDays',
      'offering.confirm_closes_days as confirmClosesDays',
      'offering.confirm_closes_hours as confirmClosesHours',
      'offering.confirm_exempt_channels as confirmExemptChannels',
      'offering.cancel_cutoff_hours as cancelCutoffHours',
      'offering.reasons',
      'offering.notes_allowed as notesAllowed',
      'offering.documents',
      'offering.audience',
      'offering.min_age as minAge',
      'offering.max_age as maxAge',
      'offering.horizon_from_days as horizonFromDays',
      'offering.horizon_days as horizonDays',
      'offering.notice_minutes as noticeMinutes',
      'offering.party_modes as partyModes',
      'offering.relationships',
      'offering.login_level as loginLevel',
      'offering.waiting_list as waitingList',
      'offering.fee_notice as feeNotice',
      'offering.invite_only as inviteOnly',
      'offering.one_time_code as oneTimeCode',
      'offering.served_only as servedOnly',
      'offering.pre_check as preCheck',
      'offering.pre_check_days as preCheckDays',
      'offering.clearance',
      'offering.reason_optional as reasonOptional',
      'offering.reason_texts as reasonTexts',
      'offering.renewal_days as renewalDays',
      'offering.fees',
      'offering.live_limit as liveLimit',
      'offering.clearance_too_late as clearanceTooLate',
    ])
    .select(completionColumns)
    .select(sql<boolean>`bookable_offering.offering_id IS NOT NULL`.as('bookable'))
    .select(sql<boolean>`coalesce(bookable_offering.several_planners, false)`.as('severalPlanners'))
    .select(sql<boolean>`coalesce(bookable_offering.asks_residence, false)`.as('asksResidence'))
    .select([clearanceDays.as('clearanceDays'), clearanceAtDeadline.as('clearanceAtDeadline')])
    .select(
      sql<boolean>`(SELECT o.no_show_limit IS NOT NULL FROM office o WHERE o.id = offering.office_id)`.as('noShowRule'),
    )
    .select(sql<OfficeKind>`(SELECT o.kind FROM office o WHERE o.id = offering.office_id)`.as('officeKind'));
}
