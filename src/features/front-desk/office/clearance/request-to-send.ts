import { certifiedAccountFor, type CertifiedTrail, certifiedTrails } from '#features/certified-mail/index.ts';
import { mailboxOf, requestAsText, requestFacts, requestWords } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';

/** A request as an operator sends it, and what became of it. */
export interface RequestToSend {
  readonly text: string;
  /** a certified mailbox sends for this office */
  readonly hasAccount: boolean;
  /** the municipality's, as this office has entered it or the reference data know it */
  readonly mailbox: string | undefined;
  readonly trails: readonly CertifiedTrail[];
}

/** Undefined before the municipality is known. */
export async function requestToSend(
  { db, secrets, config }: Deps,
  { bookingId, officeId }: { bookingId: string; officeId: number },
): Promise<RequestToSend | undefined> {
  const facts = await requestFacts(db, secrets, { bookingId });
  if (!facts?.residence) return undefined;
  const [account, mailbox, trails] = await Promise.all([
    certifiedAccountFor(db, officeId),
    mailboxOf(db, { municipality: facts.residence, officeId }),
    certifiedTrails(db, secrets, { about: 'clearance', aboutId: facts.id }),
  ]);
  const words = requestWords(facts, { secrets, publicUrl: config.publicUrl });
  return { text: requestAsText(words), hasAccount: account !== undefined, mailbox, trails };
}
