export interface PriorityClaimTable {
  hold_id: string;
  planner_id: number;
  ground_cipher: Buffer;
  min_age: number | null;
  proof: 'seen' | 'not-shown' | null;
  proof_at: Temporal.Instant | null;
  proof_by: number | null;
  created_at: Temporal.Instant;
}
