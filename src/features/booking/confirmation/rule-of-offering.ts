import type { Offering } from '#features/offices/index.ts';
import type { ConfirmationRule } from './confirmation.rules.ts';

/** Who confirms a booking for an offering, and when. */
export function confirmationRuleOf(
  offering: Pick<
    Offering,
    'confirmBy' | 'confirmOpensDays' | 'confirmClosesDays' | 'confirmClosesHours' | 'confirmExemptChannels'
  >,
): ConfirmationRule {
  return {
    confirmBy: offering.confirmBy,
    opensDays: offering.confirmOpensDays,
    closesDays: offering.confirmClosesDays,
    closesHours: offering.confirmClosesHours,
    exemptChannels: offering.confirmExemptChannels,
  };
}
