import { sql } from 'kysely';
import type { CompletionRules } from '#features/offices/index.ts';
import type { PhotoDecision } from '../photo-decision/decision.rules.ts';
import type { PhotoOfBooking } from './completion.rules.ts';

/** What may follow a booking and what has: for queries with `b`, a booking. Three look-ups by key within the one query. */
export const completionColumns = sql`
  (SELECT jsonb_build_object('photo', o.photo, 'delivery', o.delivery, 'deliveryModes', o.delivery_modes,
            'delegate', o.delegate, 'completionCutoffHours', o.completion_cutoff_hours)
   FROM offering o WHERE o.id = b.offering_id) AS completion,
  (SELECT jsonb_agg(jsonb_build_object('position', p.position, 'state', p.state, 'id', p.id, 'verdict', p.verdict,
            'checks', p.checks, 'width', p.width, 'height', p.height, 'size', p.size, 'sentAt', p.created_at)
            ORDER BY p.position, p.state)
   FROM booking_photo p WHERE p.booking_id = b.id) AS photos,
  (SELECT jsonb_agg(jsonb_build_object('id', d.id::text, 'position', d.position, 'photoId', d.photo_id,
            'outcome', d.outcome, 'decidedAt', d.decided_at) ORDER BY d.id)
   FROM photo_decision d WHERE d.booking_id = b.id AND d.undone_at IS NULL) AS "photoDecisions"`;

/** As the database gives them. */
export interface CompletionRow {
  readonly completion: CompletionRules;
  readonly photos: readonly (Omit<PhotoOfBooking, 'sentAt'> & { readonly sentAt: string })[] | null;
  readonly photoDecisions: readonly (Omit<PhotoDecision, 'decidedAt'> & { readonly decidedAt: string })[] | null;
}

export function readPhotos({ photos }: Pick<CompletionRow, 'photos'>): PhotoOfBooking[] {
  return (photos ?? []).map((photo) => ({ ...photo, sentAt: Temporal.Instant.from(photo.sentAt) }));
}

/** Those that were not taken back. */
export function readDecisions({ photoDecisions }: Pick<CompletionRow, 'photoDecisions'>): PhotoDecision[] {
  return (photoDecisions ?? []).map((one) => ({ ...one, decidedAt: Temporal.Instant.from(one.decidedAt) }));
}
