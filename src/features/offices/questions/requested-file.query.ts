import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** A file that an office asks for with a booking. */
export interface RequestedFile {
  readonly id: number;
  /** unique within the offering */
  readonly code: string;
  readonly label: LocalText;
  readonly hint: LocalText | null;
  readonly mandatory: boolean;
  readonly maxBytes: number;
}

/** The files an offering asks for, in their order. */
export async function requestedFilesOf(db: Db | Tx, offeringId: number): Promise<RequestedFile[]> {
  return requestedFiles(db).where('offering_id', '=', offeringId).execute();
}

/** The files that all offerings of an office ask for, by offering. */
export async function requestedFilesOfOffice(db: Db, officeId: number): Promise<ReadonlyMap<number, RequestedFile[]>> {
  const rows = await requestedFiles(db)
    .innerJoin('offering', 'offering.id', 'requested_file.offering_id')
    .select('requested_file.offering_id as offeringId')
    .where('offering.office_id', '=', officeId)
    .execute();
  return Map.groupBy(rows, ({ offeringId }) => offeringId);
}

function requestedFiles(db: Db | Tx) {
  return db
    .selectFrom('requested_file')
    .select([
      'requested_file.id',
      'requested_file.code',
      'requested_file.label',
      'requested_file.hint',
      'requested_file.mandatory',
      'requested_file.max_bytes as maxBytes',
    ])
    .orderBy('requested_file.position')
    .orderBy('requested_file.id');
}
