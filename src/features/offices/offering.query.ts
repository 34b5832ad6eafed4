import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { LocalParagraphs } from './tables.ts';

/** A service at an office, with the rules that its bookings follow. */
export interface Offering {
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
  readonly confirmExemptChannels: readonly string[];
  readonly cancelCutoffHours: number;
  /** Codes of why the service is asked for; empty: not asked. */
  readonly reasons: readonly string[];
  readonly notesAllowed: boolean;
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

/** All offerings of an office, in the order of the catalogue. */
export async function listOfferings(db: Db | Tx, officeId: number): Promise<Offering[]> {
  return offerings(db).where('offering.office_id', '=', officeId).orderBy('service.position').execute();
}

/** What can be booked now, everywhere, with its office: for looking up first free dates over all offices. */
export async function listBookableOfferings(
  db: Db | Tx,
): Promise<{ offeringId: number; officeId: number; serviceCode: string }[]> {
  return db
    .selectFrom('bookable_offering')
    .select(['offering_id as offeringId', 'office_id as officeId', 'service_code as serviceCode'])
    .execute();
}

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
      'offering.confirm_exempt_channels as confirmExemptChannels',
      'offering.cancel_cutoff_hours as cancelCutoffHours',
      'offering.reasons',
      'offering.notes_allowed as notesAllowed',
    ])
    .select(sql<boolean>`bookable_offering.offering_id IS NOT NULL`.as('bookable'));
}
