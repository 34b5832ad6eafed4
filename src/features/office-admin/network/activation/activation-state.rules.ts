import type { Activation } from '../../activation/activation.ts';

export type ActivationState = 'waiting' | 'expired' | 'withdrawn' | 'used' | 'published';

/** Where an activation stands. */
export function activationState(
  activation: Pick<Activation, 'usedAt' | 'withdrawnAt' | 'publishedAt' | 'expiresAt'>,
  now: Temporal.Instant,
): ActivationState {
  if (activation.usedAt !== null) return activation.publishedAt === null ? 'used' : 'published';
  if (activation.withdrawnAt !== null) return 'withdrawn';
  return Temporal.Instant.compare(activation.expiresAt, now) <= 0 ? 'expired' : 'waiting';
}
