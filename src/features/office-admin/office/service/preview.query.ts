import { noFacts, serviceFacts, type ServiceFacts } from '#features/find-office/index.ts';
import {
  findOfferingById,
  type Offering,
  type Office,
  type OfferingRules,
  saveOffering,
} from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { transact } from '#platform/transaction.ts';

interface PreviewedService {
  readonly offering: Offering;
  readonly facts: ServiceFacts;
  /** It could be booked by these rules; otherwise it is shown as it would be. */
  readonly isBookable: boolean;
}

/**
 * A service as citizens would find it by rules that are not saved: they are written, the page's facts are read, and
 * nothing is kept. So the preview cannot differ from the page.
 */
export async function previewedService(
  db: Db,
  request: { office: Office; offeringId: number; rules: Partial<OfferingRules>; now: Temporal.Instant },
): Promise<PreviewedService | undefined> {
  const { office, offeringId, rules, now } = request;
  const outcome = await transact(db, async (tx): Promise<{ ok: false; found: PreviewedService | undefined }> => {
    await saveOffering(tx, { offeringId, rules });
    const offering = await findOfferingById(tx, offeringId);
    if (offering === undefined) return { ok: false, found: undefined };
    const facts = offering.bookable ? await serviceFacts(tx, { office, offering, party: 1, now }) : noFacts;
    return { ok: false, found: { offering: { ...offering, bookable: true }, facts, isBookable: offering.bookable } };
  });
  return outcome.found;
}
