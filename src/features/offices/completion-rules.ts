import type { Generated } from 'kysely';

/** Whether something is not taken at all, may be given, or is asked for before the day. */
export type Asked = 'none' | 'optional' | 'asked';

/** How a document reaches its person: collected at the office, or by registered mail. */
export const deliveryModes = ['office', 'italy', 'abroad'] as const;
export type DeliveryMode = (typeof deliveryModes)[number];

/** What may follow a booking, until so many hours before the appointment. */
export interface CompletionRules {
  readonly photo: Asked;
  readonly delivery: Asked;
  readonly deliveryModes: readonly DeliveryMode[];
  /** Somebody else may be named who collects. */
  readonly delegate: boolean;
  readonly completionCutoffHours: number;
}

/** The columns of `offering` that hold them. */
export interface CompletionColumns {
  photo: Generated<Asked>;
  delivery: Generated<Asked>;
  delivery_modes: Generated<DeliveryMode[]>;
  delegate: Generated<boolean>;
  completion_cutoff_hours: Generated<number>;
}

export const completionColumns = [
  'offering.photo',
  'offering.delivery',
  'offering.delivery_modes as deliveryModes',
  'offering.delegate',
  'offering.completion_cutoff_hours as completionCutoffHours',
] as const;

export function completionValues(rules: Partial<CompletionRules>) {
  return {
    photo: rules.photo,
    delivery: rules.delivery,
    delivery_modes: rules.deliveryModes && [...rules.deliveryModes],
    delegate: rules.delegate,
    completion_cutoff_hours: rules.completionCutoffHours,
  };
}

/** What a municipality begins with for identity cards: everything may be given, nothing is asked for. */
export const municipalCard = {
  photo: 'optional',
  delivery: 'optional',
  delivery_modes: ['office', 'italy'] as DeliveryMode[],
  delegate: true,
} as const;
