/** Who edits, where and when. */
export interface Editing {
  readonly officeId: number;
  readonly accountId: number;
  readonly now: Temporal.Instant;
}
