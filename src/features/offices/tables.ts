import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { LocalParagraphs, LocalText } from '#platform/language.ts';
import type { CompletionColumns } from './completion-rules.ts';
import type { DocumentToBring } from './visit/document-case.ts';
import type { VisitColumns } from './visit/visit-columns.ts';
import type { ServiceRules } from './visit/service-rules.ts';
import type { QuestionTable, RequestedFileTable } from './questions/rows.ts';

/**
 * What a service asks of who books: any account; one whose holder has shown who they are; or a login with SPID or CIE, of
 * at least that level.
 */
export type LoginAsked = 'account' | 'identified' | 'digital-2' | 'digital-3';

/** jsonb: read parsed, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;

/** A column that may be left out, and is then null. */
type Maybe<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;
type MaybeJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>;

/** The applicant alone, with others, or others without the applicant. */
export type PartyMode = 'single' | 'with-companions' | 'companions-only';

/** What an office under another is. */
export const siteKinds = ['honorary', 'correspondent', 'branch'] as const;
export type SiteKind = (typeof siteKinds)[number];

export type OfficeKind = 'consular' | 'municipal';

/** What an office adds to its privacy notice; what is missing has a default. */
export interface OfficePrivacy {
  readonly controller: string | null;
  readonly dpo: string | null;
  readonly text: LocalText | null;
}

export type ByKind<Value> = Partial<Record<OfficeKind, Value>>;

declare module '#platform/database.ts' {
  interface Tables {
    data_import: { name: string; hash: string; imported_at: Temporal.Instant };
    country: { code: string; name: Json<LocalText>; belfiore_code: string | null };
    municipality: {
      code: string;
      istat: string;
      name: string;
      other_name: string | null;
      province_code: string;
      province: string;
      region: string;
      postcode: string | null;
      lat: number | null;
      lon: number | null;
      population: number | null;
      active: Generated<boolean>;
      search: string;
    };
    municipality_contact: { municipality_code: string; pec: string | null; email: string | null; phone: string | null };
    consular_territory: {
      office_id: number;
      country: string | null;
      name: Json<LocalText>;
      as_of: Temporal.PlainDate | null;
      /** name is a part of the country, not the whole of it */
      part: Generated<boolean>;
    };
    holiday: {
      country: string;
      scope: Generated<string>;
      day: Temporal.PlainDate;
      name: Json<LocalText>;
      sure: Generated<boolean>;
    };
    service: {
      code: string;
      kinds: OfficeKind[];
      name: Json<LocalText>;
      summary: Json<LocalText>;
      instructions: Json<ByKind<LocalParagraphs>>;
      documents: Json<ByKind<readonly DocumentToBring[]>>;
      fee: Json<ByKind<LocalText>> | null;
      bookable: boolean;
      position: number;
      reference: ColumnType<unknown, string | undefined, string>;
      rules: ColumnType<ByKind<ServiceRules>, string | undefined, string>;
    };
    office: {
      id: GeneratedAlways<number>;
      code: string;
      kind: OfficeKind;
      name: Json<LocalText>;
      city: Json<LocalText>;
      country: string;
      municipality_code: string | null;
      province_code: string | null;
      mae_code: string | null;
      time_zone: string;
      lat: number | null;
      lon: number | null;
      languages: string[];
      jurisdiction: Json<LocalText> | null;
      address: string | null;
      email: string | null;
      phone: string | null;
      website: string | null;
      directions: Json<LocalText> | null;
      accessibility: Json<LocalText> | null;
      notice: Json<LocalText> | null;
      hours: Json<LocalText> | null;
      privacy: Json<OfficePrivacy> | null;
      details_changed_at: Temporal.Instant | null;
      details_changed_by: number | null;
      remark: Json<LocalText> | null;
      search: string;
      search_more: Generated<string>;
      demo: Generated<boolean>;
      reference: ColumnType<unknown, string | undefined, string>;
      updated_at: Temporal.Instant;
      territory_changed_at: Maybe<Temporal.Instant>;
      territory_changed_by: Maybe<number>;
      parent_id: Maybe<number>;
      site_kind: Maybe<SiteKind>;
      active: Generated<boolean>;
      /** all four, or none: the rule for appointments missed */
      no_show_limit: Generated<number | null>;
      no_show_months: Generated<number | null>;
      no_show_days: Generated<number | null>;
      no_show_scope: Generated<'service' | 'office' | null>;
      /** citizens read the first name of who works on their booking */
      names_operator: Generated<boolean>;
    };
    offering: CompletionColumns &
      VisitColumns & {
        id: GeneratedAlways<number>;
        office_id: number;
        service_code: string;
        active: Generated<boolean>;
        instructions: Json<LocalParagraphs> | null;
        duration_minutes: number | null;
        party_max: Generated<number>;
        codice_fiscale: Generated<'required' | 'if-any'>;
        birth_date: Generated<'required' | 'not-asked'>;
        confirm_by: Generated<'citizen' | 'office' | 'nobody'>;
        confirm_opens_days: Generated<number>;
        confirm_closes_days: Generated<number>;
        confirm_closes_hours: Maybe<number>;
        confirm_exempt_channels: Generated<string[]>;
        cancel_cutoff_hours: Generated<number>;
        reasons: Generated<string[]>;
        notes_allowed: Generated<boolean>;
        documents: MaybeJson<readonly DocumentToBring[]>;
        audience: MaybeJson<LocalText>;
        min_age: Maybe<number>;
        max_age: Maybe<number>;
        horizon_from_days: Generated<number>;
        horizon_days: Maybe<number>;
        notice_minutes: Maybe<number>;
        party_modes: Generated<PartyMode[]>;
        relationships: Maybe<string[]>;
        login_level: Generated<LoginAsked>;
        waiting_list: Generated<boolean>;
        fee_notice: MaybeJson<LocalText>;
        invite_only: Generated<boolean>;
        one_time_code: Generated<boolean>;
        served_only: Generated<boolean>;
        pre_check: Generated<boolean>;
        pre_check_days: Generated<number>;
        clearance: Generated<'none' | 'notify' | 'required'>;
        clearance_days: Maybe<number>;
        clearance_too_late: Generated<'refuse' | 'shorten'>;
        clearance_at_deadline: Maybe<'cancel' | 'stays'>;
      };
    question: QuestionTable;
    requested_file: RequestedFileTable;
    /** A view: offerings that are switched on and served by a published planner. */
    bookable_offering: {
      offering_id: number;
      office_id: number;
      service_code: string;
      several_planners: boolean;
      asks_residence: boolean;
    };
  }
}
