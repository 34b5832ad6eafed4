/** That a booking came from another system, and what is to be known of it. */
export interface ImportedBookingTable {
  booking_id: string;
  office_id: number;
  /** the name of that system */
  source: string | null;
  external_code: string | null;
  code_key: string | null;
  seat: 'beyond' | 'outside' | null;
  /** places of people whose codice fiscale is wrong */
  wrong_codes: number[];
  imported_at: Temporal.Instant;
}
